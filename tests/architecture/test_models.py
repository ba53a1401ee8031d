"""Models: what editors and administrators read is French and starts in lower case."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from tests.architecture.tree import APPS


def inherited_from_a_library(model: type[Model], name: str) -> bool:
    bases = (base for base in model.__mro__[1:] if hasattr(base, "_meta"))
    return any(
        field.name == name and base.__module__.partition(".")[0] not in APPS
        for base in bases
        for field in base._meta.get_fields()
    )


def labels() -> Iterator[tuple[str, str]]:
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            yield model._meta.label, str(model._meta.verbose_name)
            yield f"{model._meta.label} (plural)", str(model._meta.verbose_name_plural)
            for field in (*model._meta.fields, *model._meta.many_to_many):
                if not inherited_from_a_library(model, field.name):
                    yield f"{model._meta.label}.{field.name}", str(field.verbose_name)


def test_labels_start_in_lower_case():
    """Acronyms stay as they are: a capital followed by another is one."""
    capitals = [
        f"{where}: {label}" for where, label in labels() if label[:1].isupper() and label[1:2].islower()
    ]
    assert capitals == []
