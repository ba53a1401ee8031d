"""The QR code says its address: read back from its modules by rules of our own."""

from strategy.renderers.pdf.qr import runs

ADDRESS = "https://boussole.exemple.invalid/verifier/K7QW-2FHX-9MRT/"


def test_runs_tell_the_dark_modules():
    cells = [True, True, False, True, False, False, True]
    assert runs(cells) == [(0, 2), (3, 1), (6, 1)]
    assert runs([False]) == []
