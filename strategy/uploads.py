"""Files that visitors send to be read and forgotten: kept in memory, never on a disk, and never beyond a size."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect


class BoundedUpload(FileUploadHandler):
    """Keeps up to `most` bytes, all files together; beyond, drops everything and says so on the request.

    What follows is read off the connection and dropped, so that the refusal reaches who sent it.
    """

    def __init__(self, request: HttpRequest, most: int) -> None:
        super().__init__(request)
        self.left = most
        self.kept = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.left -= len(raw_data)
        if self.left < 0:
            self.kept = BytesIO()
            self.request.upload_too_big = True  # type: ignore[union-attr]
            raise SkipFile
        self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )


def too_big(request: HttpRequest) -> bool:
    """Whether what was sent to a view `bounded` was dropped."""
    return getattr(request, "upload_too_big", False)


def say_too_big(form: BaseForm, words: str) -> None:
    """Has the form say so, and not that the file it was sent is missing."""
    form.errors.clear()
    form.add_error(None, words)


def bounded(most: Callable[[], int]) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Makes a view receive files in memory, up to `most()` bytes.

    The handler has to be there before the token of the form is read: the view is let through by the middleware, then
    protected the same.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.upload_handlers = [BoundedUpload(request, most())]
            return protected(request, *args, **kwargs)

        return answer

    return decorate
