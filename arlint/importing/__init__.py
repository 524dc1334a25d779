"""What other tools are configured with, as texts of arlint: each module reads one kind of file."""
