"""What people call the columns of a table of applications, in a few languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Meaning = Literal[
    "company",
    "website",
    "industry",
    "size",
    "about",
    "title",
    "url",
    "posting",
    "location",
    "workplace",
    "source",
    "priority",
    "excitement",
    "salary",
    "salary-min",
    "salary-max",
    "currency",
    "requirements",
    "status",
    "stage",
    "updated",
    "contact",
    "contact-email",
    "contact-phone",
    "contact-url",
    "contact-title",
    "name",
    "notes",
    "unknown",
]
NAMES: Sequence[tuple[Meaning, str]] = (
    (
        "company",
        (
            "company( name)?|employer( name)?|organi[sz]ation|firma|firmenname|unternehmen(sname)?|"
            "arbeitgeber|entreprise|empresa|azienda|societe|startup|bedrijf|virksomhed|foretag"
        ),
    ),
    (
        "website",
        (
            "(company )?(website|web ?site|homepage|site|domain)|company (url|link|web ?page)|"
            "firmenwebsite|web ?seite|site web|sitio web"
        ),
    ),
    ("industry", "(company )?industry|sector|branche|secteur|company type|sektor"),
    ("size", "(company )?size|employees|head ?count|mitarbeiter(zahl|innen)?|unternehmensgrosse"),
    ("about", "about( (the )?company)?|company (description|info|summary)|uber das unternehmen"),
    (
        "title",
        (
            "((job|role|position) )?title|(job )?(position|role)( (title|name))?|"
            "job( name)?|stelle|"
            "stellen(titel|bezeichnung|name)|job ?titel|titel|funktion|poste|puesto|cargo|"
            "intitule( du poste)?|beruf(sbezeichnung)?|opening|vacancy|rolle|"
            "jobbezeichnung|stilling"
        ),
    ),
    (
        "url",
        (
            "((job|posting|job posting|application|listing|advert|ad|job ad|post|job post|apply|"
            "source|original|portal|job description|jd) )?(url|urls|link|links|hyperlink)|"
            "job (ad|advert|listing|post|posting)|stellenanzeige|anzeige|ausschreibung|lien|enlace|"
            "link zur (anzeige|stelle|ausschreibung|stellenanzeige)|posting|listing"
        ),
    ),
    ("posting", "(job )?description|jd|stellenbeschreibung|(job )?(ad|posting) text|beschreibung"),
    (
        "location",
        (
            "(job )?location|where|city|place|ort|standort|arbeitsort|stadt|lieu|ville|ubicacion|"
            "office( location)?|country|region|city state|sted"
        ),
    ),
    (
        "workplace",
        (
            "remote( (status|type|policy|option))?|work ?place( type)?|location type|home ?office|"
            "work (mode|model|type|style|setting|arrangement)|"
            "(remote|on ?site|hybrid|in office| or ){2,}|"
            "arbeitsmodell"
        ),
    ),
    (
        "source",
        (
            "source|job source|channel|platform|found( (on|via|through|at))?|"
            "where found|job board|via|"
            "quelle|plattform|gefunden( (uber|bei|auf))?|"
            "how (i |did you )?(find|found|hear|heard).*|"
            "origin|portal|(application )?method|applied (via|through|on|with)|kanal|jobborse|"
            "referral source|lead source|how applied|bewerbungsweg"
        ),
    ),
    ("priority", "priority|prio|prioritat|ranking"),
    ("excitement", "excitement|interest( level)?|rating|stars|interesse"),
    (
        "salary-min",
        (
            "(min|minimum|low|lower|base min) (salary|pay|comp|compensation)|"
            "(salary|pay|gehalt) (min|minimum|low|from|von)|mindestgehalt"
        ),
    ),
    (
        "salary-max",
        (
            "(max|maximum|high|upper|base max) (salary|pay|comp|compensation)|"
            "(salary|pay|gehalt) (max|maximum|high|to|bis)|hochstgehalt"
        ),
    ),
    (
        "salary",
        (
            "((advertised|posted|listed|annual|base|gross) )?(salary|pay|compensation|comp|wage|"
            "gehalt|salaire|salario|stipendio|tc|lohn|vergutung|jahresgehalt|gehaltsspanne|lon)"
            "( (range|band|info|rate|eur|usd|gbp|k))*|salary rate|rate|pay rate"
        ),
    ),
    ("currency", "(salary )?currency|wahrung|devise|moneda"),
    ("requirements", "(key |job )?requirements|required skills|anforderungen"),
    (
        "status",
        (
            "((current|application|job|latest|overall) )?(status|stage|state|phase)|list|pipeline|"
            "outcome|result|ergebnis|stand|bewerbungsstatus|etat|statut|estado|"
            "decision|progress|stato|"
            "response|interview (status|stage)|ruckmeldung|antwort"
        ),
    ),
    (
        "updated",
        (
            "(last )?(updated?|modified|changed|activity)( (at|on|time))?|status (date|changed|"
            "updated)( (at|on))?|(zuletzt )?(aktualisiert|geandert)( am)?|letzte (aktualisierung|"
            "anderung)|last (status )?(change|update|contact|contacted|action)|letzter kontakt"
        ),
    ),
    (
        "contact-email",
        (
            "((contact|recruiter|hr|hiring manager|kontakt) )?(person )?"
            "e ?mail( address| adresse)?|mail|e ?mail (kontakt|ansprechpartner)|correo"
        ),
    ),
    (
        "contact-phone",
        (
            "((contact|recruiter|hr) )?(phone|telephone|telefon|tel|mobile|handy)( (number|no))?|"
            "telefonnummer|rufnummer|contact number"
        ),
    ),
    (
        "contact-url",
        "((contact|recruiter) )?linked ?in( (url|profile|contact|link))?|contact (url|link)",
    ),
    ("contact-title", "(contact|recruiter) (title|role|position|job title)"),
    (
        "contact",
        (
            "(main |key )?contacts?( (person|name|names|info|details))?|"
            "recruiters?( (name|contact))?|"
            "hiring manager( name)?|ansprechpartner(in)?|kontakt(person)?|interviewers?( names?)?|"
            "point of contact|poc|contacto|referral|referred by|referrer|empfohlen von|empfehlung|"
            "hr (contact|person)|personalabteilung|people"
        ),
    ),
    ("name", "name"),
    (
        "notes",
        (
            "(other |general )?(notes?|comments?|remarks?)( (and )?(notes?|comments?|"
            "remarks?))?|bemerkung(en)?|notiz(en)?|anmerkung(en)?|"
            "kommentare?|memo|notas|"
            "remarques?|additional (info|information|notes)|sonstiges|other|noter"
        ),
    ),
)
PATTERNS = [(meaning, re.compile(words)) for meaning, words in NAMES]
