"""Documents made on request: at once, or by a worker while a page tells how far they are."""

from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django_tasks import task

from strategy.enums import ExportState
from strategy.errors import StrategyError
from strategy.models import Draft, Export
from strategy.queries.documents import as_taken, document_data
from strategy.queries.drafts import whole_drafts
from strategy.services.exporting import export_draft
from strategy.services.joining import discard

KEPT = timedelta(hours=1)
UNFINISHED = (ExportState.WAITING, ExportState.BUILDING, ExportState.LAYING_OUT)


def ask_for(*, draft: Draft, document: str, identifier: str, by: int | None, at: datetime) -> Export:
    """Has the document made, once for those who ask again while it is; returns how far it is by now.

    Where no worker runs, it is made before this returns.
    """
    discard_old(at)
    same = Export.objects.filter(draft=draft, document=document, format=identifier, state__in=UNFINISHED)
    pending = same.filter(asked_at__gte=draft.changed_at).first()
    if pending is not None:
        return pending
    export = Export.objects.create(
        draft=draft, document=document, format=identifier, asked_at=at, asked_by_id=by
    )
    make_export.enqueue(export.pk)
    export.refresh_from_db()
    return export


@task()
def make_export(pk: int) -> None:
    """Builds and lays out one document, telling each stage; a refusal is kept in words."""
    export = Export.objects.get(pk=pk)
    tell(export, ExportState.BUILDING)
    try:
        draft = whole_drafts().get(pk=export.draft_id)
        data = document_data(draft)
        tell(export, ExportState.LAYING_OUT)
        exported = export_draft(
            data=data, identifier=export.format, document=export.document, taken=as_taken(draft)
        )
    except StrategyError as refusal:
        export.refusal = str(refusal)
        tell(export, ExportState.FAILED)
        return
    except Exception:
        tell(export, ExportState.FAILED)
        raise
    export.name, export.content_type = exported.name, exported.content_type
    export.size = len(exported.content)
    export.file.save(f"{export.pk}-{exported.name}", ContentFile(exported.content), save=False)
    tell(export, ExportState.READY)


def tell(export: Export, state: ExportState) -> None:
    """Writes how far the export is, for the page that waits."""
    export.state = state
    export.save()


def discard_old(at: datetime) -> int:
    """Removes exports asked for more than an hour ago, with their files; says how many."""
    old = list(Export.objects.filter(asked_at__lt=at - KEPT)[:100])
    for export in old:
        if export.file:
            discard(export.file)
        export.delete()
    return len(old)
