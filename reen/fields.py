"""Model fields: streams that leave no block definition in migrations, sets of vocabulary values, searchable text."""

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Lookup
from django.db.models.lookups import Contains
from django.utils.text import capfirst
from wagtail.fields import StreamField as WagtailStreamField

from reen.enums import Vocabulary
from reen.rules.names import searchable


class StreamField(WagtailStreamField):
    """A stream whose blocks are not written into migrations, so that changing a block migrates nothing.

    A data migration therefore cannot read the blocks through the historical model: it reads `raw_data`.
    """

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


class VocabularySetField(models.CharField):
    """Several values of one vocabulary, in its own order, read as a tuple of members.

    Stored as `;commune;epci;` so that the lookup `holds` answers the same on every database.
    """

    _pyi_private_get_type: Any  # what the type checker takes the attribute for: a tuple, not the text stored

    def __init__(self, *args: Any, vocabulary: type[Vocabulary] | None = None, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        kwargs.setdefault("max_length", 255)
        kwargs.setdefault("default", ())
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("default") == ():
            del kwargs["default"]
        return name, path, args, kwargs

    def clone(self) -> "VocabularySetField":
        _name, _path, args, kwargs = self.deconstruct()
        return type(self)(*args, vocabulary=self.vocabulary, **kwargs)

    def to_python(self, value: Any) -> tuple[Vocabulary, ...]:
        """Members from the stored text or from any iterable of values; raises ValidationError on an unknown one."""
        parts = value.split(";") if isinstance(value, str) else (value or ())
        values = {str(part) for part in parts if part}
        if self.vocabulary is None:  # a historical model, in a migration
            return tuple(sorted(values))  # type: ignore[arg-type]
        unknown = values - {member.value for member in self.vocabulary}
        if unknown:
            raise ValidationError(f"valeur inconnue\u00a0: {', '.join(sorted(unknown))}")
        return tuple(member for member in self.vocabulary if member.value in values)

    def from_db_value(self, value: str, *_args: Any) -> tuple[Vocabulary, ...]:
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> str:
        members = self.to_python(value)
        return f";{';'.join(members)};" if members else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Iterable[Any], model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> forms.Field:
        assert self.vocabulary is not None
        return forms.MultipleChoiceField(
            label=capfirst(self.verbose_name),
            choices=self.vocabulary.choices(),
            required=not self.blank,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


@VocabularySetField.register_lookup
class Holds(Lookup):
    """`field__holds=member`: the set has that member."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        inside = Contains(self.lhs, f";{self.rhs};")
        inside.prepare_rhs = False
        return inside.as_sql(compiler, connection)


class SearchTextField(models.TextField):
    """Kept equal to `searchable(…)` of the field named by `of`, else of `model.text_to_search()`, at each save.

    Never typed, never in a revision.
    """

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        kwargs |= {"editable": False, "serialize": False, "blank": True, "default": ""}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"of": self.of} if self.of else {})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        text = getattr(model_instance, self.of) if self.of else model_instance.text_to_search()  # type: ignore[attr-defined]
        value = searchable(text)
        setattr(model_instance, self.attname, value)
        return value


def having(words: Iterable[str], field: str = "search_text") -> models.Q:
    """Keeps the rows whose searchable text has all these words, each written as `searchable` writes it."""
    return reduce(and_, (models.Q(**{f"{field}__contains": word}) for word in words), models.Q())
