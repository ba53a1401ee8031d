"""Which addresses the link checker may connect to: those of the public network, never ours."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# All that is routed today; not the « site local » of old, which ipaddress lets in.
GLOBAL = IPv6Network("2000::/3")
TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64: the last 32 bits are an IPv4 address
USUAL_PORTS = frozenset({80, 443})


class RefusedError(Exception):
    """An address that is not asked for, and why, in words."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody on the Internet could reach that address; wrapped IPv4 addresses are unwrapped first."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    if isinstance(address, IPv6Address) and address not in GLOBAL:
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_private or address.is_loopback
    )


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if isinstance(address, IPv4Address):
        return None
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])


def resolve(host: str, port: int) -> list[str]:
    """Every address the name has now. Raises OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def public_only(address: str, port: int) -> bool:
    """The rule of a site that runs."""
    return port in USUAL_PORTS and is_public(ip_address(address.partition("%")[0]))


@dataclass(frozen=True, slots=True)
class Door:
    """What may be connected to. A test that needs its own server makes its own door; no setting opens one."""

    allows: Callable[[str, int], bool] = public_only
    resolves: Callable[[str, int], list[str]] = resolve

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host, to connect to as they are: resolving again could answer something else.

        Raises RefusedError if any of them, or the port, is not allowed, and OSError when there is none.
        """
        found = self.resolves(host, port)
        if not all(self.allows(address, port) for address in found):
            raise RefusedError("adresse du réseau interne, ou port inhabituel\u00a0: elle n’est pas demandée")
        return found


PUBLIC = Door()
