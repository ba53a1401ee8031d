"""Files of a draft: the logo of the cover, the work programme that exists already."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from strategy.attachments import joined_file
from strategy.errors import NotAllowedError
from strategy.forms.files import LogoForm, ProgrammeFileForm
from strategy.models import Logo, ProgrammeFile
from strategy.services.joining import join_programme, part_with_programme
from strategy.services.pictures import remove_logo, save_logo
from strategy.wizard.screen import DraftView, StepView


class LogoView(StepView):
    """The logo and what it shows, in words; `remove` takes it off."""

    identifier = "bodies"
    template = "strategy/wizard/logo.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.screen(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        if "remove" in request.POST:
            remove_logo(**self.act())
            messages.success(request, "Le logo a été retiré.")
            return redirect(self.address("logo"))
        form = LogoForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                save_logo(
                    sent=form.cleaned_data["picture"],
                    alternative=form.cleaned_data["alternative"],
                    **self.act(),
                )
            except NotAllowedError as refusal:
                form.add_error("picture", str(refusal))
            else:
                messages.success(request, "Le logo paraîtra sur la couverture.")
                return redirect(self.address("logo"))
        return self.screen(request, form, status=422)

    def screen(self, request: HttpRequest, form: LogoForm | None = None, status: int = 200) -> HttpResponse:
        logo = Logo.objects.filter(draft=self.draft).first()
        form = form or LogoForm(initial={"alternative": str(logo or "")})
        return self.show(request, status=status, form=form, logo=logo)


class LogoPictureView(DraftView):
    """The picture itself."""

    def get(self, request: HttpRequest) -> HttpResponse:
        logo = get_object_or_404(Logo, draft=self.draft)
        return HttpResponse(
            bytes(logo.png), headers={"Content-Type": "image/png", "Cache-Control": "private, no-store"}
        )


class ProgrammeFileView(StepView):
    """The file of the work programme: joined, replaced or removed here."""

    identifier = "baseline"
    template = "strategy/wizard/programme_file.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.screen(request, ProgrammeFileForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        if "remove" in request.POST:
            part_with_programme(**self.act())
            messages.success(request, "Le fichier a été retiré.")
            return redirect(self.address("programme_file"))
        form = ProgrammeFileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                kept = join_programme(sent=form.cleaned_data["file"], **self.act())
            except NotAllowedError as refusal:
                form.add_error("file", str(refusal))
            else:
                messages.success(request, f"«\u202f{kept.name}\u202f» est joint au brouillon.")
                return redirect(self.address("programme_file"))
        return self.screen(request, form, status=422)

    def screen(self, request: HttpRequest, form: ProgrammeFileForm, status: int = 200) -> HttpResponse:
        joined = ProgrammeFile.objects.filter(draft=self.draft).first()
        return self.show(request, status=status, form=form, joined=joined)


class ProgrammeDownloadView(DraftView):
    """The file as it was joined."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        joined = get_object_or_404(ProgrammeFile, draft=self.draft)
        return joined_file(joined)
