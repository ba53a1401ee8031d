"""The remarks of a review as a list: filtered by the address, a page at a time."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest

from strategy.document.leaves import Reading
from strategy.forms.remark_filter import RemarkFilter
from strategy.models import Review
from strategy.queries.people import Calls, outside
from strategy.queries.remarks import remark_data, standing

PER_PAGE = 20


def listed(request: HttpRequest, review: Review, reading: Reading, calls: Calls = outside) -> dict[str, Any]:
    """What a list and `strategy/room/remark_filter.html` need; a page out of range shows the nearest one."""
    filters = RemarkFilter(request.GET, requirements=reading.trace)
    asked = filters.asked
    page = Paginator(standing(review).filter(filters.matching), PER_PAGE).get_page(request.GET.get("page"))
    place = reading.sections.get(asked.get("ancre", ""))
    return {
        "page": page,
        "remarks": [remark_data(remark, calls=calls) for remark in page],
        "filters": filters,
        "asked": asked,
        "place": place.title if place else "",
        "query": urlencode(asked),
    }
