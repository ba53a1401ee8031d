"""What editors write, and who they are."""

from reen.models.base_page import BasePage
from reen.models.user import User

__all__ = ["BasePage", "User"]
