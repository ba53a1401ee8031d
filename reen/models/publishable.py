"""What keeps a draft from being published, told the same way by entries, rules and pages."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField
from wagtail.models import Revision


class Publishable:
    """A draft that may lack anything, and is not published as long as it does."""

    def missing(self: Any) -> dict[str, str]:
        """What publishing asks for beside the mandatory fields: a message for each field to complete.

        Mandatory streams are among it, as a model takes them empty.
        """
        return {
            field.name: str(field.error_messages["blank"])
            for field in self._meta.concrete_fields
            if isinstance(field, StreamField) and not (field.blank or getattr(self, field.name))
        }

    def faults(self) -> dict[str, list[str]]:
        """Everything that keeps this draft from being published, by field; empty when it can be."""
        return {name: [message] for name, message in self.missing().items()} | self._refused()

    def lacking(self: Any) -> list[str]:
        """The names of the fields that keep this draft from being published."""
        fields = [self._meta.get_field(name) for name in self.faults()]
        return [
            str((field.related_model._meta if field.one_to_many else field).verbose_name) for field in fields
        ]

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publishes as Wagtail does. Raises ValidationError when a mandatory field is empty or a field is wrong."""
        if refused := self._refused():
            raise ValidationError(refused)
        super().publish(revision, *args, **kwargs)  # type: ignore[misc]

    def _refused(self: Any) -> dict[str, list[str]]:
        """What the fields that somebody fills in refuse; links are checked by the forms.

        A draft may have taken its reference while another had it in a draft of its own.
        """
        left_out = {field.name for field in self._meta.many_to_many}
        left_out |= {field.name for field in self._meta.concrete_fields if not field.editable}
        try:
            self.full_clean(exclude=left_out, validate_unique=False)
        except ValidationError as error:
            found: dict[str, list[str]] = error.message_dict
            return found
        others = type(self)._default_manager.exclude(pk=self.pk)
        taken = hasattr(self, "ref") and others.filter(ref=self.ref).exists()
        return {"ref": ["Une autre fiche a cette référence\u00a0: changez-en."]} if taken else {}
