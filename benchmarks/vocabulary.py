"""Words from which the benchmarks make up stories, companies and people; none of them is real."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    """Return what stands between bars."""
    return tuple(phrase.strip() for phrase in text.replace("\n", " ").split("|"))


FIRST_NAMES = _words(
    """
    Ann Bob Cy Dana Eva Finn Gita Hugo Ines Jonas Kira Lars Maya Nils Olga Pavel Quinn Rosa Sven
    Tara Uma Viktor Wanda Xenia Yusuf Zoë Aisha Björn Chloé Dmitri Elif Farid Greta Håkon Ivana
    Jürgen Kwame Leïla Marek Nadia Óscar Priya Rahul Søren Tomáš Ursula Valérie Wei Ximena Yara
    Abdul Beatriz Carlos Deepa Emeka Fatima Giulia Hana Ibrahim Jana Kenji Lucía Miguel Noor Otto
    Paolo Renata Sanjay Teresa Ulrich Vera Werner Anouk Bruno Celia Damir Esther Frida Goran Heidi
    Isak Joana Karim Lena Mateo Nora Oleg Petra Ramón Selma Tariq Vanja Willem Yuki Zainab Adrian
    Birgit Colin Doris Edgar Flora Gavin Helga Ivo Judith Kasper Linnea Magnus Naomi Orla Philip
    Ruth Silas Tilda Vincent Wiktor Agnes Bastian Corinne Dorota Erik Fabian Grace Henrik Imogen
    """
)
LAST_NAMES = _words(
    """
    Adler Roy Lam Okafor Lindqvist Müller Novák Petrov Schmidt Tanaka Ueda Varga Weber Xu Yilmaz
    Zając Andersen Bakker Castillo Dubois Eriksson Fischer García Hansen Ivanova Jansen Kowalski
    Larsen Moreau Nakamura Olsen Pereira Quintero Rossi Sørensen Takahashi Ulloa Vasquez Wójcik
    Yamada Zimmermann Abara Bergström Chowdhury Delgado Espinoza Ferrari Gupta Horváth Ishikawa
    Jovanović Kim Łukasik Mbeki Nguyen Oduya Patel Rasmussen Sato Thorsen Utkin Vestergaard
    Wallace Young Zhao Almeida Brandt Cohen Dvořák Engel Fontaine Grönlund Haddad Iyer Jurić
    Keller Laurent Mancini Nyström O'Brien Popescu Reyes Saarinen Tóth Umarov Vlček Winkler
    Yusupov Zeller Ahmed Barzani Conti Diallo Eklund Farouk Gallo Holm Ibarra Koch Lopes Marchetti
    Nowak Osei Park Rahman Silva Tkachenko Vidal Walsh Arslan Bianchi Cruz Demir Egger Flores
    Gruber Hoffmann Kaya Lehtonen Meyer Nikolić Ortega Pavlov Ricci Santos Torres Vogel Wagner
    Becker Carvalho Draper Ellingsen Falk Granger Hollis Ingram Jacoby Kestrel Lockwood Merrick
    Norling Oakes Prentice Radley Stroud Thatcher Underhill Vance Whitlock Yardley Ashdown Birch
    Calloway Dunmore
    """
)
COMPANY_FIRST = _words(
    """
    Halden Meridian Corvid Tidewater Lumen Pellet Northwind Alder Basalt Cobalt Drift Ember Fathom
    Garnet Harbor Indigo Juniper Kelp Lantern Marlow Nimbus Onyx Paragon Quarry Rowan Sable Tundra
    Umber Vesper Willow Yarrow Zephyr Anvil Beacon Cinder Delta Elm Flint Grove Heron Iris Jasper
    Kite Ledger Mosaic Nectar Orbit Pivot Quill Ridge Summit Thistle Upland Vector Wharf Axle
    Bramble Copper Dune Estuary Fern Glacier Hazel Isthmus Kiln Larch Moss Nettle Opal Prairie
    Reed Slate Timber Verge Weir Aspen Birchwood Canyon Dapple Everglade Foxglove Gorse Hollow
    """
)
COMPANY_SECOND = _words(
    """
    Freight Maps Security Bank Grid Games Analytics Biotech Robotics Energy Health Insurance Labs
    Logistics Media Mobility Networks Optics Payments Press Retail Semiconductors Software Studios
    Systems Telecom Travel Ventures Water Works Foods Fabrics Learning Housing Airlines Pharma
    Markets Instruments Rail Weather
    """
)
INDUSTRIES = _phrases(
    """
    freight logistics| digital maps| computer security| retail banking| power grids| video games|
    health records| insurance| public transport| online learning| telecommunications|
    semiconductors| weather services| online retail| payments| biotechnology| satellite imaging|
    housing| travel| media
    """
)
SYLLABLES = _words(
    """
    ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya ze bran cor del fen gral hol jun
    kel lim mor nor pax ran sol tor vin wex zan
    """
)
CATEGORIES = _phrases(
    """
    Leadership without authority| Failure and recovery| Conflict resolution| Ambiguity|
    Innovation| Prioritization| Technical achievement| Stakeholder management
    """
)
COMPETENCIES = _phrases(
    """
    incident command| accountability| release engineering| capacity planning| mentoring|
    negotiation| data modelling| observability| cost control| hiring| technical writing|
    threat modelling| performance tuning| migration planning| customer empathy| delegation|
    facilitation| estimation| distributed systems| API design| test strategy| on-call health|
    vendor management| accessibility
    """
)
ROUND_KINDS = _phrases(
    """
    Recruiter screen| Hiring manager| Technical phone| Online assessment| Coding| System design|
    Take-home| Case| Behavioral| Panel| Onsite| Cross-functional| Presentation| Values|
    Bar raiser| Executive| Team match
    """
)
JOBS = _phrases(
    """
    Staff Platform Engineer| Senior Backend Engineer| Platform Lead| Backend Engineer|
    Staff Engineer| Infrastructure Engineer| Site Reliability Engineer| Engineering Manager|
    Data Engineer| Principal Engineer| Security Engineer| Machine Learning Engineer|
    Developer Advocate| Tech Lead
    """
)
STATUSES = _words(
    """
    prospect applied interviewing offer accepted declined rejected withdrawn ghosted
    """
)
THINGS = _words(
    """
    rollback outage migration deadline database query cache queue index ledger invoice checkout
    pipeline warehouse dashboard alert pager runbook handover roadmap budget contract supplier
    customer launch prototype benchmark regression deployment cluster shard replica backup restore
    firewall credential certificate audit incident postmortem estimate backlog sprint dependency
    library framework protocol schema endpoint gateway proxy scheduler worker thread lock memory
    latency throughput bandwidth storage snapshot ledgerbook parser compiler renderer simulator
    sensor firmware antenna battery parcel route depot timetable ticket refund subscription coupon
    onboarding survey interview newsletter glossary checklist template workshop reorganisation
    merger layoff promotion mentor apprentice contractor regulator auditor executive partner
    vendor translation keyboard screen-reader tooltip wizard form notification calendar invitation
    map forecast model dataset label notebook experiment metric threshold anomaly fraud chargeback
    settlement exchange currency payroll timesheet holiday rota shift escalation complaint
    warranty
    """
)
QUALITIES = _words(
    """
    nightly quiet silent broken missing double hidden late early empty corrupt flaky stalled
    frozen unowned forgotten contested urgent monthly weekly public internal legacy brittle
    oversized duplicate expired partial reversed shared regional global mobile offline encrypted
    anonymous manual automatic seasonal disputed overnight unplanned postponed unfinished rejected
    halved
    """
)
DEEDS = _words(
    """
    moved rebuilt rescued replaced split merged measured halved stopped shipped defended rewrote
    untangled automated retired negotiated explained cancelled delayed recovered scaled secured
    documented taught delegated prioritised simplified traced reproduced isolated patched audited
    forecast balanced reconciled profiled throttled sharded replicated archived migrated
    translated
    """
)
MOMENTS = _phrases(
    """
    Black Friday| the quarter's end| a bank holiday| launch week| the freeze| the audit|
    year's end| the first snow| a strike| the reorganisation| peak season| the election|
    a heat wave| moving day
    """
)
PLAIN = _words(
    """
    team week people month morning meeting question answer number graph change cause plan step
    reason choice risk doubt trust habit owner colleague manager engineer designer lawyer analyst
    support sales finance office country region product service system machine server release
    version branch test review draft note letter call message thread room board table list page
    figure share half third quarter hour minute second time work value cost price error failure
    success result effort focus scope detail order limit rule policy standard practice lesson
    problem idea proposal agreement promise signal noise trend pattern difference example evidence
    experience knowledge language culture direction pressure patience silence confidence
    """
)
VERBS = _words(
    """
    asked wrote showed found kept gave took made built checked agreed decided learned told drew
    listed counted compared watched waited listened argued offered refused accepted suggested
    proposed announced reported noticed expected promised planned tried failed worked changed
    finished started opened closed reached missed saved lost won led followed helped pushed pulled
    """
)
TESTS = _phrases(
    """
    Tell me about a time when| How do you handle it when| What do you do if|
    Describe a moment when| Walk me through how you would act when| Give an example of when|
    What did you learn when
    """
)
