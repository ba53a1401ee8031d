"""The first steps of an action, each with its origin."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from reen.blocks.sources import SourceBlock
from reen.blocks.words import LineBlock, SentencesBlock
from reen.enums import Origin


class StepBlock(SourceBlock):
    """A step, and whether it comes from a guide (its source, linked) or is advice of the editors (no source)."""

    text = SentencesBlock(label="étape", rows=2)
    origin = blocks.ChoiceBlock(label="origine", choices=Origin.choices(), default=Origin.ADVICE.value)
    title = LineBlock(label="titre du guide", required=False)

    class Meta:
        label = "étape"
        icon = "list-ol"
        form_layout = ["text", "origin", "title", "url", "opened", "page"]

    def clean(self, value: Any) -> Any:
        """Refuses to publish a step « d’après un guide » that names no guide; a draft may leave it for later."""
        result = super().clean(value)
        from_guide = result["origin"] == Origin.GUIDE
        if from_guide and not (result["title"] and result["url"]) and not self.is_deferred_validation:
            message = (
                "Nommez le guide et donnez son adresse, ou choisissez «\u202fconseil de la rédaction\u202f»."
            )
            raise blocks.StructBlockValidationError({"origin": ValidationError(message)})
        return result


class StepsBlock(blocks.StreamBlock):
    """The steps in order."""

    step = StepBlock()
