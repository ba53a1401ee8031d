"""Addresses of the public catalogue; pages of the law and themes are Wagtail's."""

from django.urls import path
from django.views.generic import RedirectView

app_name = "reen"
urlpatterns = [
    path("actions/<slug:ref>/", RedirectView.as_view(url="/"), name="action"),
    path("indicateurs/<slug:ref>/", RedirectView.as_view(url="/"), name="indicator"),
    path("ressources/<slug:ref>/", RedirectView.as_view(url="/"), name="resource"),
    path("retours-d-experience/<slug:ref>/", RedirectView.as_view(url="/"), name="field_report"),
]
