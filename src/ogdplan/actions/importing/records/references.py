"""The records that cells name: institutions, which may be new, and those of all other kinds."""

from dataclasses import dataclass

from ogdplan.actions.importing.cells.faults import Bad, Spot
from ogdplan.actions.importing.cells.reading import Manner, listed
from ogdplan.actions.importing.records.institutions import Institutions
from ogdplan.actions.importing.records.known import Known
from ogdplan.model.kinds import FieldSpec, kind_named

_INSTITUTION = ("institution",)


@dataclass(frozen=True, slots=True)
class References:
    """Finds records by what cells call them; `taken` are the ids that a new one cannot have."""

    institutions: Institutions
    known: Known
    taken: set[str]

    def names(self, spec: FieldSpec, text: str, manner: Manner) -> list[str]:
        """Return the names that a cell lists.

        In our own workbook a name may hold a semicolon; where nothing is called so, it parts two.
        """
        found: list[str] = []
        for name in listed(spec, text, manner):
            is_one = ";" not in name or self._is_known(spec, name)
            found += [name] if is_one else listed(spec, name, manner._replace(is_ours=False))
        return list(dict.fromkeys(found))

    def called(self, spec: FieldSpec, name: str, spot: Spot) -> str | Bad:
        """Return the id of the record that a name means, which may be a new institution."""
        if spec.refers_to == _INSTITUTION:
            return self.institutions.called(name, spot, self.taken)
        return self.known.called(map(kind_named, spec.refers_to or ()), name)

    def _is_known(self, spec: FieldSpec, name: str) -> bool:
        if spec.refers_to == _INSTITUTION:
            return self.institutions.is_known(name)
        return isinstance(self.known.called(map(kind_named, spec.refers_to or ()), name), str)
