"""Facts of written Arabic, as pure functions of strings. Nothing here knows of files, rules or documents."""
