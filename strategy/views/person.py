"""What an account says of the person: a name, a function."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from strategy.forms.person import NameForm
from strategy.queries.people import account, function_of
from strategy.services.naming import tell_name


@login_required
@require_http_methods(["GET", "POST"])
def own_name(request: HttpRequest) -> HttpResponse:
    """How the account signed in wants to be called from now on."""
    user = account(request.user.pk)
    told = {"first_name": user.first_name, "last_name": user.last_name, "function": function_of(user)}
    form = NameForm(request.POST if request.method == "POST" else None, initial=told)
    if form.is_valid():
        tell_name(user_id=user.pk, **form.told)
        messages.success(request, "C’est noté. Ce qui est déjà écrit dans les journaux ne change pas.")
        return redirect("account_email")
    return render(request, "strategy/own_name.html", {"form": form}, status=422 if form.errors else 200)
