"""What the tests of the watch share."""

from collections.abc import Iterator

import pytest

from tests.reen.watch.web import LocalSite, local_site


@pytest.fixture
def site() -> Iterator[LocalSite]:
    """A web server of this machine."""
    with local_site() as site:
        yield site
