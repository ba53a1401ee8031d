"""What each field of a record is called when it changes, and the section of the document that shows it."""

GOVERNANCE = {
    "elected_name": ("Élu référent ou élue référente", "gouvernance"),
    "elected_role": ("Délégation", "gouvernance"),
    "pilot_name": ("Pilote", "gouvernance"),
    "pilot_role": ("Fonction ou service du pilote", "gouvernance"),
    "steering": ("Instance de pilotage", "gouvernance"),
    "tax_basis": ("Montants exprimés", "moyens"),
    "actors": ("Acteur associé", "acteurs"),
    "means": ("Moyens de la démarche", "moyens-generaux"),
    "inhabitants": ("Ce qui change pour les habitants", "habitants"),
    "yearly_review": ("Bilan annuel", "bilan-annuel"),
}
BASELINE = {
    "programme": ("Un programme de travail existe-t-il", "programme"),
    "programme_title": ("Titre du programme de travail", "programme"),
    "programme_date": ("Date du programme de travail", "programme"),
    "programme_link": ("Adresse du programme de travail", "programme"),
    "programme_file": ("Programme de travail joint", "programme"),
    "impact_territory": ("Impact sur le territoire", "impact-territoire"),
    "impact_organisation": ("Impact de l’organisation", "impact-organisation"),
    "uses": ("Usages du numérique sur le territoire", "usages"),
    "ongoing": ("Actions déjà engagées", "actions-engagees"),
    "nothing_ongoing": ("Aucune action engagée", "actions-engagees"),
}
ORGANISATION = {
    "edition": "Édition des facteurs",
    "year": "Année de l’inventaire",
    "published_electricity": "Électricité, facteur publié (kg CO₂e par kWh)",
    "published_pue": "PUE publié",
    "electricity_own": "Facteur d’électricité propre",
    "pue_own": "PUE propre",
}
TERRITORY = {
    "edition": "Édition des facteurs du territoire",
    "population": "Nombre d’habitants saisi",
    "population_source": "Source du nombre d’habitants",
    "own": "Chiffre propre par habitant",
    "retained": "Ordre de grandeur du territoire repris",
    "official": "Nombre d’habitants de la liste",
}
EQUIPMENT = {
    "number": "nombre",
    "refurbished": "dont reconditionnés",
    "lifetime": "durée d’usage",
    "making": "facteur de fabrication",
    "consumption": "consommation",
    "avoided": "valeur évitée",
    "reason": "motif",
}
BODY = {
    "name": "Nom",
    "kind": "Catégorie",
    "code": "Code",
    "role": "Rôle",
    "population": "Nombre d’habitants",
    "nature": "Nature juridique",
}
ACTOR = {"kind": "nature", "involvement": "comment il est associé"}
PLAN = {
    "kind": "Nature",
    "title": "Intitulé",
    "period": "Période",
    "link": "Adresse",
    "articulation": "Articulation",
}
OBJECTIVE = {
    "statement": "Énoncé",
    "perimeter": "Périmètre",
    "rhythm": "Rythme",
    "quantity": "Grandeur mesurée",
    "unit": "Unité",
}
CHOICE = {
    "theme": "Thème",
    "title": "Intitulé",
    "summary": "Description",
    "entry": "Fiche du catalogue",
    "requirements": "Exigences servies",
    "status": "Avancement",
    "priority": "Priorité",
    "pilot": "Pilote",
    "elected": "Élu référent ou élue référente",
    "partners": "Partenaires",
    "start": "Début",
    "end": "Fin",
    "budget": "Budget sans détail par année",
    "years": "Budget",
    "funding": "Financements attendus",
    "means": "Moyens",
    "evidence": "Preuves",
    "communes": "Communes concernées",
    "bodies": "Collectivités concernées",
    "objectives": "Objectifs servis",
    "plans": "Articulation",
}
INDICATOR = {
    "title": "Intitulé",
    "unit": "Unité",
    "method": "Mode de calcul",
    "entry": "Fiche du catalogue",
    "frequency": "Fréquence",
    "objective": "Objectif suivi",
    "owner": "Relevé par",
    "data_source": "Source des données",
    "years": "Valeurs",
}
