"""What somebody wants to be called: beside what they do from then on, since logs are never rewritten."""

from django.contrib.auth import get_user_model
from django.db import transaction

from strategy.models import Person


@transaction.atomic
def tell_name(*, user_id: int, first_name: str, last_name: str, function: str) -> None:
    """Writes the name and the function of an account; what is empty is forgotten."""
    get_user_model().objects.filter(pk=user_id).update(first_name=first_name, last_name=last_name)
    if function:
        Person.objects.update_or_create(user_id=user_id, defaults={"function": function})
    else:
        Person.objects.filter(user=user_id).delete()
