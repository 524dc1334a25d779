"""Configuration: from `.arlint.yml` or `[tool.arlint]` to rules built with their options.

Two steps, since plugins bring rules and presets and the configuration names plugins: `read`, then `settings`.
"""

from .place import DEFAULT, ConfigError, Mistake, Place
from .reading import Read, read
from .settings import Accepted, Given, Settings, settings

__all__ = ["DEFAULT", "Accepted", "ConfigError", "Given", "Mistake", "Place", "Read", "Settings", "read", "settings"]
