"""An import as a person makes it, without the screens."""

from django.contrib.auth.models import Permission

from reen.exchange import applying
from reen.exchange.plan import Outcome, Plan
from reen.models import Action, Entry, ImportRun, User
from tests.reen.exchange.spreadsheets import csv_file


def editor(*verbs: str, model: type[Entry] = Action) -> User:
    """An account that may add and change entries, and what else it is given."""
    user = User.objects.create_user(
        f"edition-{User.objects.count()}@exemple.invalid", first_name="Une", last_name="Éditrice"
    )
    codenames = [f"{verb}_{model._meta.model_name}" for verb in ("add", "change", *verbs)]
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=codenames),
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
    )
    return user


def received(user: User, *lines: list[str], model: type[Entry] = Action) -> ImportRun:
    """A file that was sent."""
    return applying.receive(model, "actions.csv", csv_file(*lines), user)


def planned(user: User, *lines: list[str], model: type[Entry] = Action) -> Plan:
    """What importing these lines would do."""
    return applying.plan_of(received(user, *lines, model=model), user)


def imported(user: User, *lines: list[str], model: type[Entry] = Action) -> ImportRun:
    """An import of these lines, done."""
    run = received(user, *lines, model=model)
    applying.apply(run, user, applying.plan_of(run, user).digest, vouched=True)
    run.refresh_from_db()
    return run


def told(plan: Plan) -> list[tuple[str, str]]:
    """Each row's reference and outcome."""
    return [(row.ref, row.outcome.value) for row in plan.rows]


def problems(plan: Plan) -> list[tuple[int, str, str]]:
    """What is wrong, by line and column."""
    refused = [row for row in plan.rows if row.outcome is Outcome.REFUSED]
    return [(row.number, problem.header, problem.message) for row in refused for problem in row.problems]
