"""The steps of the workflow, and what is on its way through them."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.models import AbstractGroupApprovalTask, TaskState, WorkflowState


def in_review(model: type[Model]) -> "QuerySet[WorkflowState]":
    """The ways through the workflow of entries of that kind that are not over; `object_id` is a text."""
    found: QuerySet[WorkflowState] = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(model), status=WorkflowState.STATUS_IN_PROGRESS
    )
    return found


class ReviewTask(AbstractGroupApprovalTask):
    """A step that members of its groups approve. Who could approve it and sends the draft has approved it.

    The last step is never passed that way: publishing stays a decision.
    """

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        last = workflow_state.workflow.tasks.last()
        if user is None or self.pk == last.pk or not self._user_in_groups(user):
            return super().start(workflow_state, user=user)
        passed = TaskState(
            workflow_state=workflow_state,
            revision=workflow_state.content_object.get_latest_revision(),
            task=self.task_ptr,
            status=TaskState.STATUS_IN_PROGRESS,
        )
        passed.save()
        return passed.approve(user=user, update=False)

    @classmethod
    def get_description(cls) -> str:
        return (
            "Les membres des groupes choisis approuvent cette étape\u202f; elle est franchie d’office quand l’un d’eux "
            "envoie la fiche."
        )

    class Meta:
        verbose_name = "étape de relecture"
        verbose_name_plural = "étapes de relecture"
