"""Words and names that generated playbooks are made of; all people and firms are invented."""

from __future__ import annotations

import re
import unicodedata

FIRST_NAMES = tuple(
    """Aino Alma Amara Anders Anouk Arjun Astrid Aurelio Beatriz Benedikt Birgit Bogdan Camille
    Chidi Ciara Dagny Daniela Darragh Dimitra Edda Eero Elodie Emeka Emre Esra Farah Fatou Felix
    Femke Florin Freja Gauthier Giulia Goran Greta Gunnar Hana Haruto Helga Henrik Hugo Ibrahim
    Ilse Imani Ines Ingrid Ioana Ivana Jakub Jasper Jelena Joana Johannes Kaja Karim Katarzyna
    Keiko Kerstin Kwame Lars Laszlo Leila Liesel Linnea Livia Lorenzo Lucie Luuk Magnus Maija
    Malik Marcelo Marit Marta Mateusz Mehdi Meera Mikkel Milena Mireille Naoko Nadia Nikolaj
    Nils Noor Nuno Olena Oluwaseun Ondrej Orla Oskar Paloma Pavel Pernille Petra Piotr Priya
    Quentin Rafaela Ragnar Raquel Renata Rohan Ronja Rosalind Sanna Santiago Sefa Selma Sigrid
    Simone Soren Stefan Sunniva Svetlana Tadeusz Tamar Teodor Thandi Tomasz Torvald Tuuli Ulrike
    Valentin Vasilis Vera Viggo Wanda Wiebke Wojciech Xenia Yannick Yara Yusuf Zeynep Zofia
    Zoltan""".split()  # noqa: SIM905
)
LAST_NAMES = tuple(
    """Aaltonen Abara Achterberg Adeyemi Alvarsson Amsel Andrade Antonescu Aydin Balogh Barros
    Bergstrand Bianchini Birkeland Bjarnason Blanchet Boateng Brandvold Brzezina Calloway Cardoso
    Castellan Cermak Chaudhry Conti Corrigan Dahlgren Danjuma Darzi Delacroix Demirel Devlin
    Diallo Dobrev Donnelly Dragomir Drozd Ekdahl Engstrand Eskelinen Fagerholm Falkenberg
    Ferrante Fitzmaurice Fjellstad Fontaine Forsberg Gallego Garrido Gierek Grimstad Grunewald
    Gustavsen Haddad Halvorsen Hammarlund Hartvig Hegedus Heinonen Hoekstra Horvat Ilves Iyer
    Jankovic Jarvinen Jokinen Kallio Kaminska Karagiannis Katz Kettunen Kilbride Kjeldsen
    Kobayashi Korhonen Kovalenko Krastev Kristensen Kuusisto Lacroix Laukkanen Leblanc Lefebvre
    Lindholm Lonergan Lundqvist Machado Mancuso Marchetti Marinov Mbeki Mertens Mikkola Molnar
    Moravec Moreau Nakagawa Navarro Nedelcu Nieminen Novotny Nyberg Oduya Okafor Olander
    Oosterhuis Orlowski Ozturk Palsson Papadakis Paredes Pavlenko Pereira Petrov Pohjola Popescu
    Quigley Quintana Raghavan Rantanen Ribeiro Rosendal Rousseau Ruzicka Saarinen Salgado Sandvik
    Santoro Scholten Sepulveda Sierpinski Skarsgard Sokolov Sorensen Stavrou Strandberg Szabo
    Tanaka Tavares Teixeira Thorsen Tiedemann Tolvanen Toussaint Tremblay Tverdal Ueda Ulvestad
    Valdez Vandenberg Varga Vasquez Velarde Vestergaard Villanueva Virtanen Vlasak Vogel Waldmann
    Wessels Wierzbicki Yamada Yilmaz Zamora Zelenka Zielinski""".split()  # noqa: SIM905
)
FIRM_FIRST = tuple(
    """Alder Amber Anchor Arbor Aurora Basalt Beacon Birch Bluff Boreal Bramble Breck Bright Cairn
    Cedar Cinder Clover Cobalt Compass Copper Coral Cove Crane Delta Drift Dune Eddy Ember Fathom
    Fen Ferry Finch Fjord Flint Foundry Gable Garnet Glade Granite Grove Gull Harbour Haven Heath
    Heron Hollow Indigo Iron Island Ivory Juniper Kestrel Kiln Lagoon Lantern Larch Ledger Linden
    Loam Loom Lumen Maple Marble Meadow Merlin Mill Moor Nimbus North Oak Onyx Orchard Osprey
    Otter Peat Pebble Pier Pine Plover Quarry Quill Raven Reed Ridge River Rowan Saffron Sail
    Sand Shale Slate Sorrel Spruce Stone Summit Swift Tallow Tarn Teal Thistle Timber Tundra Vale
    Verge Walnut Willow Wren Yarrow Zephyr""".split()  # noqa: SIM905
)
FIRM_LAST = tuple(
    """Analytics Assurance Atlas Aviation Biotech Capital Care Charging Clinic Cloud Commerce
    Courier Dairy Data Dispatch Dynamics Energy Ferries Fleet Foods Freight Games Gaming Grid
    Health Homes Insurance Kitchens Labs Learning Ledger Lending Lighting Logistics Maps Markets
    Media Mobility Mutual Networks Optics Parking Payments Pharma Pictures Post Power Press Rail
    Recycling Retail Robotics Schools Security Signal Sports Storage Studios Systems Telecom
    Textiles Ticketing Tools Transit Travel Water Weather Wind""".split()  # noqa: SIM905
)
EMPLOYERS = (
    "Aldersund Freight",
    "Brightmere Clinics",
    "Calder & Voss",
    "Dovetail Rentals",
    "Eastmark Pensions",
    "Fallow Street Books",
    "Greywater Utilities",
    "Hollis Marine",
    "Inkwell Learning",
    "Juno Grocery",
    "Kilnside Ceramics",
    "Larkfield Broadcasting",
    "Mossbridge Bank",
    "Nettle Telecom",
    "Ostrava Steelworks",
    "Pinder Parcels",
    "Quayside Tickets",
    "Redfern Insurance",
    "Sunday Kitchens",
    "Thornbury Rail",
)
ROLES = (
    "Backend engineer",
    "Senior backend engineer",
    "Platform engineer",
    "Data engineer",
    "Engineering lead",
    "Site reliability engineer",
    "Full-stack engineer",
    "Staff engineer",
)
SYSTEMS = (
    "access log",
    "address matcher",
    "archive tier",
    "audit trail",
    "billing ledger",
    "booking calendar",
    "build farm",
    "cache layer",
    "catalogue import",
    "checkout form",
    "claims queue",
    "consent store",
    "courier app",
    "customer search",
    "data warehouse",
    "delivery tracker",
    "deploy pipeline",
    "document scanner",
    "email gateway",
    "event bus",
    "exam timetable",
    "feature flags",
    "fraud filter",
    "gift card service",
    "identity provider",
    "image store",
    "invoice run",
    "job scheduler",
    "kiosk firmware",
    "label printer",
    "loan calculator",
    "loyalty points",
    "mail merge",
    "map tiles",
    "message broker",
    "meter readings",
    "mobile login",
    "monitoring stack",
    "notification hub",
    "order history",
    "partner feed",
    "password reset",
    "payment retries",
    "permission model",
    "pricing engine",
    "rate limiter",
    "recommendation model",
    "refund desk",
    "report builder",
    "returns portal",
    "route planner",
    "schema registry",
    "seat map",
    "session store",
    "settlement file",
    "shift planner",
    "stock counter",
    "subscription renewals",
    "support inbox",
    "tax tables",
    "ticket queue",
    "vehicle telemetry",
    "video encoder",
    "voucher codes",
    "warehouse scanner",
    "webhook relay",
)
COMPETENCIES = (
    "accountability",
    "capacity planning",
    "coaching",
    "cost control",
    "data modelling",
    "debugging",
    "delegation",
    "facilitation",
    "incident command",
    "interviewing users",
    "migration planning",
    "negotiation",
    "observability",
    "performance tuning",
    "presenting",
    "release engineering",
    "risk assessment",
    "saying no",
    "security review",
    "teaching",
    "technical writing",
    "testing strategy",
)


def slug(text: str) -> str:
    """Return a text as an id: lower case letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
