"""The map of the site. French paths; everything unmatched goes to Wagtail's pages."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from reen.views.refusals import admin_sign_in

# An account is made by proving an address, so that none can be made for somebody else.
sign_up = RedirectView.as_view(pattern_name="strategy:code", query_string=True)
handler429 = "reen.views.refusals.too_many_requests"

urlpatterns = [
    path("admin/login/", admin_sign_in),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("compte/signup/", sign_up),
    path("compte/", include("allauth.account.urls")),
    path("", include("strategy.urls")),
    path("", include("reen.public_urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include(wagtail_urls)),
]
