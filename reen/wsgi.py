"""Entry point of the WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reen.settings.production")

application = get_wsgi_application()
