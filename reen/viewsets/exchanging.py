"""The listings that leave whole as a spreadsheet, and that one is imported into."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.widgets.button import Button

from reen.exchange.columns import slug_of
from reen.exchange.exporting import TYPES, exported
from reen.exchange.permissions import may_import
from reen.viewsets.entry import EntryIndexView


class ExchangedIndexView(EntryIndexView):
    """A listing whose export has every column of an import, for every entry that the filters keep."""

    def as_spreadsheet(self, queryset: QuerySet[Any], spreadsheet_format: str) -> HttpResponseBase:
        name = f"{slug_of(self.model)}-{timezone.localdate()}.{spreadsheet_format}"
        return StreamingHttpResponse(
            exported(self.model, spreadsheet_format, queryset),
            content_type=TYPES[spreadsheet_format],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if may_import(self.request.user, self.model):
            url = reverse("exchange:upload", args=[slug_of(self.model)])
            buttons = [*buttons, Button("Importer un tableau", url=url, icon_name="upload", priority=80)]
        return buttons
