"""Tests: fast password hashing, mail kept in memory, errors shown."""

from reen.settings.base import *  # noqa: F403
from reen.settings.base import env

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="test-only-key-never-used-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "testserver"])
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ACCOUNT_RATE_LIMITS = False
WHITENOISE_AUTOREFRESH = True  # serves static files without a collectstatic
WHITENOISE_USE_FINDERS = True
DEMONSTRATION_ALLOWED = True
