"""Fields: sets of a vocabulary, and the column of the words that are searched."""

import pytest
from django.core.exceptions import ValidationError

from reen.enums import Kind
from reen.fields import VocabularySetField
from reen.models import Action
from tests.reen.factories import ActionFactory


def test_set_keeps_the_order_of_its_vocabulary():
    field = VocabularySetField(vocabulary=Kind)
    assert field.to_python(["epci", "commune"]) == (Kind.COMMUNE, Kind.EPCI)


def test_set_refuses_a_value_out_of_its_vocabulary():
    with pytest.raises(ValidationError, match="paroisse"):
        VocabularySetField(vocabulary=Kind).to_python(";commune;paroisse;")


@pytest.mark.django_db
def test_set_comes_back_from_the_database_and_is_found_by_each_member():
    action = ActionFactory(kinds=(Kind.REGION, Kind.EPT))
    assert Action.objects.get().kinds == (Kind.EPT, Kind.REGION)
    assert Action.objects.filter(kinds__holds=Kind.REGION).get() == action
    assert not Action.objects.filter(kinds__holds=Kind.EPCI).exists()
