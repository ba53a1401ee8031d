"""The page tree: our home page takes the place of the one Wagtail installs."""

from wagtail.models import Site

from reen.models import BasePage, HomePage


def home_page() -> HomePage:
    """The home page of the site; raises HomePage.DoesNotExist before the first load."""
    return HomePage.objects.get()


def page_at(address: str) -> BasePage | None:
    """The page at an address of the site, « /loi/article-35/ »; published or not."""
    path = f"{home_page().url_path}{address.strip('/')}/".replace("//", "/")
    found: BasePage | None = BasePage.objects.filter(url_path=path).first()
    return found


def add_page(page: BasePage, parent_model: type[BasePage] | None) -> None:
    """Adds a new page under the page of its parent's kind; the home page becomes the root of the site."""
    if parent_model is not None:
        parent_model.objects.get().add_child(instance=page)
        return
    root = BasePage.objects.get(depth=1)
    root.add_child(instance=page)
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    welcome = site.root_page if site.root_page_id else None
    site.site_name, site.root_page = "Boussole REEN", page
    site.save()
    if welcome is not None and type(welcome.specific) is BasePage and welcome.depth > 1 and welcome.is_leaf():
        BasePage.objects.get(pk=welcome.pk).delete()
