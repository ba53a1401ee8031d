"""Development: works with nothing set, on 127.0.0.1 and SQLite."""

from reen.settings.base import *  # noqa: F403
from reen.settings.base import env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="development-only-key-never-used-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
DEMONSTRATION_ALLOWED = True
