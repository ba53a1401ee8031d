"""Tests: fast password hashing, errors shown; mail and private files kept in memory, or in the folders of a journey."""

from reen.settings.base import *  # noqa: F403
from reen.settings.base import STORAGES, env

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="test-only-key-never-used-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "testserver"])
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_FILE_PATH = env("MAIL_FOLDER", default=None)  # what the journeys read the mail from
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if EMAIL_FILE_PATH else 'locmem'}.EmailBackend"
ACCOUNT_RATE_LIMITS = False
RATE_LIMITS = env.json("RATE_LIMITS", default={})
WHITENOISE_AUTOREFRESH = True  # serves static files without a collectstatic
WHITENOISE_USE_FINDERS = True
DEMONSTRATION_ALLOWED = True
if not env("PRIVATE_ROOT", default=None):
    STORAGES = STORAGES | {"private": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
