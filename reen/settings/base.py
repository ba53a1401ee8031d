"""Settings common to every environment; what changes from one host to the next is read from the environment."""

from pathlib import Path
from typing import Any

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

INSTALLED_APPS = [
    "reen",
    "strategy",
    "wagtail.contrib.settings",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail",
    "modelsearch",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "reen.middleware.ContentSecurityPolicyMiddleware",
]

ROOT_URLCONF = "reen.urls"
WSGI_APPLICATION = "reen.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"


def database(url: str) -> dict[str, Any]:
    """Database settings from `sqlite:////abs/path` or `postgres://…`.

    SQLite runs in WAL mode and takes its write lock when a transaction opens, so that two people saving at once wait
    for each other instead of failing. PostgreSQL compiles no query, which takes it seconds where the answer takes
    milliseconds, unless the address says otherwise.
    """
    config: dict[str, Any] = dict(environ.Env.db_url_config(url))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        Path(str(config["NAME"])).parent.mkdir(parents=True, exist_ok=True)
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    elif config["ENGINE"] == "django.db.backends.postgresql":
        config["OPTIONS"] = {"options": "-c jit=off"} | config.get("OPTIONS", {})
    return config


DATABASES = {"default": database(env("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}"))}

AUTH_USER_MODEL = "reen.User"
WAGTAIL_PAGE_MODEL = "reen.BasePage"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "strategy:drafts"
ACCOUNT_ADAPTER = "strategy.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # the sign-in form asks for a password if this does
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    name: f"strategy.forms.account.{form}"
    for name, form in (
        ("login", "PasswordSignInForm"),
        ("add_email", "NewAddressForm"),
        ("change_password", "NewPasswordForm"),
        ("set_password", "FirstPasswordForm"),
        ("reset_password", "ForgottenPasswordForm"),
        ("reset_password_from_key", "ReplacedPasswordForm"),
    )
}

# Action → (times, seconds), by account, or by network address for who is signed out; `code` is by address of mail too.
# Sign-in by password has allauth's own limits. Counts are in the cache: several servers must share one.
RATE_LIMITS = {
    "code": [(5, 15 * 60), (30, 24 * 60 * 60)],
    "ask_code": [(30, 10 * 60)],
    "type_code": [(30, 10 * 60)],
    "invite": [(30, 60 * 60)],
    "issuer_ask": [(5, 60 * 60), (20, 24 * 60 * 60)],
    "issuer_asked": [(10, 24 * 60 * 60)],  # by collectivité, whoever asks
    "link": [(60, 5 * 60)],
    "start": [(60, 60 * 60)],
    "export": [(20, 60), (200, 60 * 60)],
    "delegate": [(60, 60 * 60)],
    "correct": [(5, 10 * 60), (30, 24 * 60 * 60)],
    "correct_all": [(300, 24 * 60 * 60)],  # by everybody together: nobody reads more
    "answer": [(600, 5 * 60)],
    "verify": [(120, 5 * 60), (1_000, 24 * 60 * 60)],
}


def cache(url: str) -> dict[str, Any]:
    """Settings of the cache that limits are counted in.

    Those of Django that no server keeps drop counts at random beyond 300, which would lift limits on a busy day.
    """
    config: dict[str, Any] = dict(environ.Env.cache_url_config(url))
    if config["BACKEND"].endswith((".FileBasedCache", ".LocMemCache", ".DatabaseCache")):
        config["OPTIONS"] = {"MAX_ENTRIES": 10_000} | config.get("OPTIONS", {})
    return config


CACHES = {"default": cache(env("CACHE_URL", default="locmemcache://?max_entries=100000"))}
KEPT_WITHOUT_ACCOUNT_DAYS = 90

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = False
LANGUAGES = [("fr", "français")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Files of drafts: never under an address of their own, always through a view that asks for a permission.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": env("PRIVATE_ROOT", default=str(VAR_DIR / "private")), "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The private keys that sign versions: readable by the site alone, saved apart from the database.
KEYS_ROOT = Path(env("KEYS_ROOT", default=str(VAR_DIR / "keys")))
# The certificate (PKCS#12) that PDFs are signed with, and who stamps their time; none unless the host says so.
PADES = {
    "certificate": env("PADES_CERTIFICATE", default=""),
    "passphrase": env("PADES_PASSPHRASE", default=""),
    "timestamp": env("PADES_TIMESTAMP", default=""),
}
VERIFIED_FILE_BYTES = 25_000_000  # the biggest file that is read to be verified; no document comes near
# Exports are made while one waits, or by `manage.py db_worker` when TASKS_WORKER is true.
TASKS_WORKER = env.bool("TASKS_WORKER", default=False)
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if TASKS_WORKER
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SESSION_COOKIE_AGE = 60 * 60 * 24 * 180  # a draft made without an account is reached through its session
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
# Wagtail shows previews in a frame of its own origin.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="boussole@localhost")

WAGTAIL_SITE_NAME = "Boussole REEN"
WAGTAILADMIN_BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")
# What rich text may hold, everywhere: what a document can print. Anything else that is pasted goes.
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "link", "ol", "ul"]},
    }
}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
# What may be joined to a resource.
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "docx",
    "ics",
    "json",
    "odp",
    "ods",
    "odt",
    "pdf",
    "pptx",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20_000_000
WAGTAIL_FRONTEND_LOGIN_URL = "/compte/login/"
WAGTAIL_PASSWORD_RESET_ENABLED = False  # the site has its own

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "reen.logs.WithoutSecrets"}},
    "formatters": {
        "server": {
            "()": "django.utils.log.ServerFormatter",
            "format": "[{server_time}] {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["without_secrets"]},
        "server": {"class": "logging.StreamHandler", "filters": ["without_secrets"], "formatter": "server"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers would write the same lines with the secrets in them.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": ["server"], "level": "INFO", "propagate": False},
    },
}

# Who tells for which establishment somebody works, for instance ProConnect; nobody unless the host says so.
OPENID = {
    "name": env("OPENID_NAME", default="ProConnect"),
    "issuer": env("OPENID_ISSUER", default=""),
    "client_id": env("OPENID_CLIENT_ID", default=""),
    "client_secret": env("OPENID_CLIENT_SECRET", default=""),
}

# Whether plainly fictitious demo strategies and accounts may be created here; the settings that allow it say so.
DEMONSTRATION_ALLOWED = False
