"""Who may open a draft: inviting, changing roles, leaving, taking over, and the log of it all."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from reen.limits import hold_back
from strategy.access import DraftScreen, OwnerScreen
from strategy.enums import MemberRole
from strategy.errors import NotAllowedError
from strategy.forms.member import InvitationForm, RoleForm, SuccessorForm
from strategy.models import Invitation, Member
from strategy.permissions import can_manage, can_take_over, can_view, owners
from strategy.services.inviting import LIFE, invite, withdraw
from strategy.services.keeping import change_member, leave, remove_member, take_over
from strategy.views.mailing import mailed

PAGE = 30
NOT_SENT = (
    "Le message n’a pas pu partir\u00a0: l’invitation n’est pas faite. Réessayez dans quelques minutes."
)


class MembersView(DraftScreen):
    """The members, what was done to the draft and by whom; an owner invites others here."""

    def may_act(self) -> bool:
        return can_manage(self.role)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, InvitationForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        by = self.account()
        form = InvitationForm(request.POST)
        if not form.is_valid():
            return self.show(request, form)
        if refusal := hold_back(request, "invite"):
            return refusal
        email = form.cleaned_data["email"]
        try:
            invitation, token = invite(email=email, **form.values, **self.act() | {"by": by})
        except NotAllowedError as refused:
            form.add_error("email", str(refused))
            return self.show(request, form)
        if not self.send(request, invitation, token):
            invitation.delete()
            form.add_error(None, NOT_SENT)
            return self.show(request, form)
        messages.success(request, f"Invitation envoyée à {email}.")
        return redirect(self.address("members"))

    def send(self, request: HttpRequest, invitation: Invitation, token: str) -> bool:
        """Mails the link; False when the mail could not leave."""
        link = request.build_absolute_uri(reverse("strategy:invitation", args=[token]))
        bodies = ", ".join(
            body.collectivity.name for body in self.draft.bodies.select_related("collectivity")
        )
        context = {"invitation": invitation, "link": link, "bodies": bodies, "days": LIFE.days}
        return mailed("invitation", invitation.email, context)

    def show(self, request: HttpRequest, form: InvitationForm) -> HttpResponse:
        context = {
            "draft": self.draft,
            "role": self.role,
            "members": self.draft.members.select_related("user__person").order_by("pk"),
            "today": self.visitor.today,
            "can_manage": can_manage(self.role),
            "can_take_over": can_take_over(self.role, self.draft),
            "invitations": self.draft.invitations.all() if can_manage(self.role) else (),
            "page": Paginator(self.draft.events.select_related("by"), PAGE).get_page(request.GET.get("page")),
            "form": form,
        }
        return render(request, "strategy/members.html", context, status=422 if form.errors else 200)


class MemberView(OwnerScreen):
    """The role of one member, or the end of their access."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        member = self.find(pk)
        return self.show(request, member, RoleForm(initial={"role": member.role, "until": member.until}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        member = self.find(pk)
        if "remove" in request.POST:
            return self.remove(request, member)
        form = RoleForm(request.POST)
        if form.is_valid():
            try:
                change_member(member=member, **form.values, **self.act())
            except NotAllowedError as refused:
                form.add_error("role", str(refused))
            else:
                messages.success(request, f"Le rôle de {member.user} est enregistré.")
                return redirect(self.address("members"))
        return self.show(request, member, form, status=422)

    def remove(self, request: HttpRequest, member: Member) -> HttpResponse:
        """Back to the members, unless one has just taken oneself out."""
        user, oneself = member.user, member.user_id == self.visitor.user_id
        try:
            remove_member(member=member, **self.act())
        except NotAllowedError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("member", member.pk))
        messages.success(request, f"{user} n’a plus accès à la stratégie.")
        return redirect("strategy:drafts") if oneself else redirect(self.address("members"))

    def find(self, pk: int) -> Member:
        members = self.draft.members.select_related("user")
        found: Member = get_object_or_404(members, pk=pk)
        return found

    def show(self, request: HttpRequest, member: Member, form: RoleForm, status: int = 200) -> HttpResponse:
        context = {"draft": self.draft, "member": member, "form": form}
        return render(request, "strategy/member.html", context, status=status)


class WithdrawView(OwnerScreen):
    """Closes an invitation that has not served."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        invitation = get_object_or_404(self.draft.invitations, pk=pk)
        withdraw(invitation=invitation, **self.act())
        messages.success(
            request, f"L’invitation de {invitation.email} est retirée\u00a0: son lien ne s’ouvre plus."
        )
        return redirect(self.address("members"))


class LeaveView(DraftScreen):
    """Leaving a draft; its last owner says first who owns it next."""

    def may_act(self) -> bool:
        return can_view(self.role)

    def get(self, request: HttpRequest) -> HttpResponse:
        self.account()
        return self.show(request, self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        self.account()
        form = self.form(request.POST)
        if form is not None and not form.is_valid():
            return self.show(request, form, status=422)
        try:
            leave(successor=form.cleaned_data["successor"] if form else None, **self.act())
        except NotAllowedError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("members"))
        messages.success(request, f"Vous avez quitté la stratégie {self.draft.reference}.")
        return redirect("strategy:drafts")

    def form(self, data: object = None) -> SuccessorForm | None:
        """Asks for a successor where the draft would have no owner left."""
        others = owners(self.draft).exclude(user=self.visitor.user_id)
        if self.role is not MemberRole.OWNER or others.exists():
            return None
        writers = self.draft.members.filter(role=MemberRole.WRITER, user__is_active=True)
        return SuccessorForm(data, among=writers.select_related("user"))

    def show(self, request: HttpRequest, form: SuccessorForm | None, status: int = 200) -> HttpResponse:
        context = {"draft": self.draft, "form": form}
        return render(request, "strategy/leave.html", context, status=status)


class TakeOverView(DraftScreen):
    """A writer takes over a draft that nobody owns any more."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if not can_take_over(self.role, self.draft):
            raise PermissionDenied
        take_over(**self.act())
        messages.success(request, "Vous êtes maintenant responsable de la stratégie.")
        return redirect(self.address("members"))
