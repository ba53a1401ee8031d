"""Screens of collectivities. French paths, English names."""

from django.urls import include, path

from strategy.views import drafts, search
from strategy.wizard import actions, bodies, choices, indicators, objectives, parts, review

app_name = "strategy"

steps = [
    path("", review.EntryView.as_view(), name="draft"),
    path("collectivite/", bodies.BodiesView.as_view(), name="bodies"),
    path("gouvernance/", parts.GovernanceView.as_view(), name="governance"),
    path("etat-des-lieux/", parts.BaselineView.as_view(), name="baseline"),
    path("objectifs/", objectives.ObjectivesView.as_view(), name="objectives"),
    path("objectifs/<int:pk>/", objectives.EditObjectiveView.as_view(), name="objective"),
    path("objectifs/<int:pk>/retirer/", objectives.RemoveObjectiveView.as_view(), name="remove_objective"),
    path("actions/", actions.ActionsView.as_view(), name="actions"),
    path("actions/nouvelle/", choices.OwnActionView.as_view(), name="own_action"),
    path("actions/<int:pk>/", choices.EditChoiceView.as_view(), name="choice"),
    path("actions/<int:pk>/retirer/", choices.RemoveChoiceView.as_view(), name="remove_choice"),
    path("indicateurs/", indicators.IndicatorsView.as_view(), name="indicators"),
    path("indicateurs/nouveau/", indicators.OwnIndicatorView.as_view(), name="own_indicator"),
    path("indicateurs/<int:pk>/", indicators.EditIndicatorView.as_view(), name="indicator"),
    path("indicateurs/<int:pk>/retirer/", indicators.RemoveIndicatorView.as_view(), name="remove_indicator"),
    path("relecture/", review.ReviewView.as_view(), name="review"),
    path("document.<slug:identifier>", review.ExportView.as_view(), name="export"),
]

urlpatterns = [
    path("ma-collectivite/", search.search, name="search"),
    path("ma-collectivite/autre/", search.typed_body, name="typed_body"),
    path("ma-collectivite/<str:kind>/<str:code>/", search.obligation, name="obligation"),
    path("strategies/", drafts.drafts, name="drafts"),
    path("strategies/nouvelle/", drafts.start, name="start"),
    path("strategies/<slug:reference>/", include(steps)),
]
