"""Screens of collectivities. French paths, English names."""

from django.urls import URLPattern, include, path
from django.views import View

from reen.limits import limited
from strategy.views import (
    claim,
    comparing,
    decision,
    delegated,
    delegations,
    drafts,
    ending,
    invitation,
    issuing,
    members,
    notices,
    openid,
    person,
    reports,
    reviews,
    search,
    taking,
    verification,
    versions,
)
from strategy.views.room import document, remarks
from strategy.wizard import (
    actions,
    basket,
    bodies,
    choices,
    compare,
    evidence,
    exports,
    files,
    footprint,
    indicators,
    objectives,
    parts,
    plans,
    review,
    rewording,
    suggestions,
    territory,
)

app_name = "strategy"

export_view = limited("export", "GET", "POST")(review.ExportView.as_view())
steps = [
    path("", review.EntryView.as_view(), name="draft"),
    path("collectivite/", bodies.BodiesView.as_view(), name="bodies"),
    path("collectivite/logo/", files.LogoView.as_view(), name="logo"),
    path("collectivite/logo.png", files.LogoPictureView.as_view(), name="logo_picture"),
    path("gouvernance/", parts.GovernanceView.as_view(), name="governance"),
    path("etat-des-lieux/", parts.BaselineView.as_view(), name="baseline"),
    path("etat-des-lieux/organisation/", footprint.FootprintView.as_view(), name="footprint"),
    path("etat-des-lieux/territoire/", territory.TerritoryView.as_view(), name="territory"),
    path("etat-des-lieux/fichier/", files.ProgrammeFileView.as_view(), name="programme_file"),
    path(
        "etat-des-lieux/fichier/telecharger/",
        files.ProgrammeDownloadView.as_view(),
        name="programme_download",
    ),
    path("etat-des-lieux/articulation/", plans.PlansView.as_view(), name="plans"),
    path("etat-des-lieux/articulation/<int:pk>/", plans.EditPlanView.as_view(), name="plan"),
    path("etat-des-lieux/articulation/<int:pk>/retirer/", plans.RemovePlanView.as_view(), name="remove_plan"),
    path("objectifs/", objectives.ObjectivesView.as_view(), name="objectives"),
    path("objectifs/<int:pk>/", objectives.EditObjectiveView.as_view(), name="objective"),
    path("objectifs/<int:pk>/retirer/", objectives.RemoveObjectiveView.as_view(), name="remove_objective"),
    path("actions/", actions.ActionsView.as_view(), name="actions"),
    path("actions/socle/", suggestions.StarterView.as_view(), name="starter"),
    path("actions/panier/", basket.BasketView.as_view(), name="basket"),
    path("actions/comparer/", compare.CompareView.as_view(), name="compare"),
    path("actions/nouvelle/", choices.OwnActionView.as_view(), name="own_action"),
    path("actions/<int:pk>/", choices.EditChoiceView.as_view(), name="choice"),
    path("actions/<int:pk>/redaction/", rewording.ActionRewordingView.as_view(), name="choice_rewording"),
    path("actions/<int:pk>/preuves/", evidence.EvidenceView.as_view(), name="evidence"),
    path("actions/<int:pk>/preuves/<int:file>/", evidence.EvidenceFileView.as_view(), name="evidence_file"),
    path("actions/<int:pk>/retirer/", choices.RemoveChoiceView.as_view(), name="remove_choice"),
    path("indicateurs/", indicators.IndicatorsView.as_view(), name="indicators"),
    path("indicateurs/nouveau/", indicators.OwnIndicatorView.as_view(), name="own_indicator"),
    path("indicateurs/<int:pk>/", indicators.EditIndicatorView.as_view(), name="indicator"),
    path(
        "indicateurs/<int:pk>/redaction/",
        rewording.IndicatorRewordingView.as_view(),
        name="indicator_rewording",
    ),
    path("indicateurs/<int:pk>/retirer/", indicators.RemoveIndicatorView.as_view(), name="remove_indicator"),
    path("relecture/", review.ReviewView.as_view(), name="review"),
    path("document.<slug:identifier>", export_view, {"document": "document"}, name="export"),
    path("<slug:document>.<slug:identifier>", export_view, name="export"),
    path("exports/<int:pk>/", exports.ExportPageView.as_view(), name="export_page"),
    path("exports/<int:pk>/fichier/", exports.ExportFileView.as_view(), name="export_file"),
]

# Who a draft belongs to.
steps += [
    path("membres/", members.MembersView.as_view(), name="members"),
    path("membres/<int:pk>/", members.MemberView.as_view(), name="member"),
    path("membres/invitations/<int:pk>/retirer/", members.WithdrawView.as_view(), name="withdraw"),
    path("membres/partir/", members.LeaveView.as_view(), name="leave"),
    path("membres/reprendre/", members.TakeOverView.as_view(), name="take_over"),
    path("delegations/", delegations.DelegationsView.as_view(), name="delegations"),
    path("delegations/nouvelle/", delegations.DelegateView.as_view(), name="delegate"),
    path("delegations/<int:pk>/", decision.DecisionView.as_view(), name="delegation"),
    path("versions/", versions.VersionsView.as_view(), name="versions"),
    path("versions/comparer/", comparing.CompareVersionsView.as_view(), name="compare_versions"),
    path("versions/emetteur/", issuing.IssuerView.as_view(), name="issuer"),
    path("versions/emetteur/<int:pk>/", openid.LeaveForProviderView.as_view(), name="issuer_openid"),
    path("versions/<int:number>/", versions.VersionView.as_view(), name="version"),
    path("versions/<int:number>/figer/", versions.FreezeProjectView.as_view(), name="freeze_project"),
    path(
        "versions/<int:number>/<str:edition>.<slug:identifier>",
        versions.VersionFileView.as_view(),
        name="version_file",
    ),
    path("reprise/", taking.TakenView.as_view(), name="taken"),
    path("revues/", reviews.ReviewsView.as_view(), name="reviews"),
    path("revues/nouvelle/", reviews.AskReviewView.as_view(), name="ask_review"),
    path("revues/<int:pk>/", reviews.FollowedReviewView.as_view(), name="followed_review"),
    path(
        "revues/<int:pk>/rapport.<slug:identifier>",
        limited("export", "GET")(reports.ReviewReportView.as_view()),
        name="review_report",
    ),
    path("revues/<int:pk>/remarques/<int:remark>/", reviews.AnswerView.as_view(), name="answer_remark"),
    path("supprimer/", ending.DeleteDraftView.as_view(), name="delete_draft"),
]


def rooms(way: str) -> list[URLPattern]:
    """The screens of a review room, whichever way one comes in."""
    screens: list[tuple[str, type[View], str]] = [
        ("", document.RoomView, "room"),
        ("document/", document.DocumentView, "document"),
        ("document/<str:anchor>/", document.LeafView, "leaf"),
        ("exigences/", remarks.ChecklistView, "checklist"),
        ("remarques/", remarks.RemarksView, "remarks"),
        ("remarques/nouvelle/", remarks.NewRemarkView, "new_remark"),
        ("remarques/<int:pk>/", remarks.RemarkView, "remark"),
        ("avis/", remarks.SignOffView, "sign_off"),
        ("controles/", reports.ChecksView, "checks"),
        ("rapport.<slug:identifier>", reports.RoomReportView, "report"),
        ("pieces/<int:pk>/", document.RoomEvidenceView, "evidence"),
        ("version.<slug:identifier>", document.RoomFileView, "file"),
    ]
    return [path(route, view.as_view(), name=f"{way}_{name}") for route, view, name in screens]


urlpatterns = [
    path("ma-collectivite/", search.search, name="search"),
    path("ma-collectivite/autre/", limited("start")(search.typed_body), name="typed_body"),
    path("ma-collectivite/<str:kind>/<str:code>/", search.obligation, name="obligation"),
    path("strategies/", drafts.drafts, name="drafts"),
    path("strategies/nouvelle/", limited("start")(drafts.start), name="start"),
    path("strategies/reprendre/", taking.taking, name="taking"),
    path("comparer/", comparing.compare_files, name="compare_files"),
    path("strategies/<slug:reference>/", include(steps)),
    path(
        "invitations/<slug:token>/", limited("link", "GET", "POST")(invitation.invitation), name="invitation"
    ),
    path("delegations/<slug:token>/", delegated.delegated, name="delegated"),
    path("revues/", document.own_reviews, name="own_reviews"),
    path("revues/compte/<int:account_review>/", include(rooms("account"))),
    path("revues/<slug:token>/", include(rooms("link"))),
    path("verifier/", verification.verification, name="verification"),
    path("verifier/cles/", verification.signing_keys, name="signing_keys"),
    path("verifier/cles/<slug:fingerprint>.pem", verification.signing_key, name="signing_key"),
    path("verifier/<str:code>/", verification.verified_code, name="verified_code"),
    path("identite/retour/", limited("link", "GET")(openid.openid_return), name="openid_return"),
    path("nouvelles/<str:token>/", limited("answer", "GET", "POST")(notices.unsubscribe), name="unsubscribe"),
    path("compte/nom/", person.own_name, name="own_name"),
    path("compte/nouvelles/", notices.notices, name="notices"),
    path("compte/code/", limited("ask_code")(claim.ask), name="code"),
    path("compte/code/saisir/", limited("type_code")(claim.type_code), name="type_code"),
    path("compte/supprimer/", ending.delete_own_account, name="delete_account"),
]
