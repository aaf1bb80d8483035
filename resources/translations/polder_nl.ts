<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context>
    <name>polder::AdminPart</name>
    <message>
        <source>What to do</source>
        <translation>Wat te doen</translation>
    </message>
</context>
<context>
    <name>polder::AdministrationPage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Korte naam</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Vervanger</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Logs in</source>
        <translation>Logt in</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Vertrokken op</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Overeenkomsten</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Gastheer</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Zalen</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zaal</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Afmetingen</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>Racks</translation>
    </message>
    <message>
        <source>Nodes of the power chain</source>
        <translation>Knooppunten van de voedingsketen</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knooppunt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Zijde</translation>
    </message>
    <message>
        <source>Fed from</source>
        <translation>Gevoed uit</translation>
    </message>
    <message>
        <source>Limit today</source>
        <translation>Grens vandaag</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Set on</source>
        <translation>Gezet op</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modellen</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Fabrikant</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Nameplate</source>
        <translation>Typeplaatje</translation>
    </message>
    <message>
        <source>Inlets</source>
        <translation>Ingangen</translation>
    </message>
    <message>
        <source>Parts of the administration</source>
        <translation>Onderdelen van het beheer</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Personen en rechten</translation>
    </message>
    <message>
        <source>Give a role</source>
        <translation>Een rol geven</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Geven</translation>
    </message>
    <message>
        <source>End a role</source>
        <translation>Een rol beëindigen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Een persoon toevoegen</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>may log in</source>
        <translation>mag inloggen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Name a deputy</source>
        <translation>Een vervanger aanwijzen</translation>
    </message>
    <message>
        <source>Somebody leaves</source>
        <translation>Iemand vertrekt</translation>
    </message>
    <message>
        <source>Who leaves</source>
        <translation>Wie vertrekt</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Wie neemt over</translation>
    </message>
    <message>
        <source>Hand all over</source>
        <translation>Alles overdragen</translation>
    </message>
    <message>
        <source>All roles, open requests and equipment have been handed over.</source>
        <translation>Alle rollen, lopende aanvragen en apparatuur zijn overgedragen.</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Instellingen en overeenkomsten</translation>
    </message>
    <message>
        <source>Add an institution</source>
        <translation>Een instelling toevoegen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Make an agreement</source>
        <translation>Een overeenkomst sluiten</translation>
    </message>
    <message>
        <source>Processor agreement</source>
        <translation>Verwerkersovereenkomst</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source> U</source>
        <translation> U</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Vermogen</translation>
    </message>
    <message>
        <source> kW</source>
        <translation> kW</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Rooms and racks</source>
        <translation>Zalen en racks</translation>
    </message>
    <message>
        <source>Add a row of racks</source>
        <translation>Een rij racks toevoegen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Eerste nummer</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Steek</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>From the west</source>
        <translation>Vanaf het westen</translation>
    </message>
    <message>
        <source>From the north</source>
        <translation>Vanaf het noorden</translation>
    </message>
    <message>
        <source>Front to the</source>
        <translation>Voorkant naar het</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Diepte</translation>
    </message>
    <message>
        <source>Bears</source>
        <translation>Draagt</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Warmte</translation>
    </message>
    <message>
        <source> W</source>
        <translation> W</translation>
    </message>
    <message>
        <source>Rack PDUs</source>
        <translation>Rack-PDU&apos;s</translation>
    </message>
    <message>
        <source>Fed on side A</source>
        <translation>Gevoed op zijde A</translation>
    </message>
    <message>
        <source>Fed on side B</source>
        <translation>Gevoed op zijde B</translation>
    </message>
    <message>
        <source>north</source>
        <translation>noorden</translation>
    </message>
    <message>
        <source>east</source>
        <translation>oosten</translation>
    </message>
    <message>
        <source>south</source>
        <translation>zuiden</translation>
    </message>
    <message>
        <source>west</source>
        <translation>westen</translation>
    </message>
    <message>
        <source>32 A, one phase</source>
        <translation>32 A, één fase</translation>
    </message>
    <message>
        <source>16 A, one phase</source>
        <translation>16 A, één fase</translation>
    </message>
    <message>
        <source>16 A, three phases</source>
        <translation>16 A, drie fasen</translation>
    </message>
    <message>
        <source>32 A, three phases</source>
        <translation>32 A, drie fasen</translation>
    </message>
    <message>
        <source>Draw a room, or change one</source>
        <translation>Een zaal tekenen of wijzigen</translation>
    </message>
    <message>
        <source>Width, west to east</source>
        <translation>Breedte, west naar oost</translation>
    </message>
    <message>
        <source>Depth, north to south</source>
        <translation>Diepte, noord naar zuid</translation>
    </message>
    <message>
        <source>Floor tile</source>
        <translation>Vloertegel</translation>
    </message>
    <message>
        <source>Floor class</source>
        <translation>Vloerklasse</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Bescherming</translation>
    </message>
    <message>
        <source>for patient data (NEN 7510)</source>
        <translation>voor patiëntgegevens (NEN 7510)</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>EN 12825 class %1</source>
        <translation>EN 12825 klasse %1</translation>
    </message>
    <message>
        <source>Add a data centre</source>
        <translation>Een datacenter toevoegen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Power chain</source>
        <translation>Voedingsketen</translation>
    </message>
    <message>
        <source>Add a node</source>
        <translation>Een knooppunt toevoegen</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Nominaal</translation>
    </message>
    <message>
        <source> kVA</source>
        <translation> kVA</translation>
    </message>
    <message>
        <source>Of which usable</source>
        <translation>Waarvan bruikbaar</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Paralleled units</source>
        <translation>Parallelle eenheden</translation>
    </message>
    <message>
        <source>supply</source>
        <translation>netaansluiting</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>aggregaat</translation>
    </message>
    <message>
        <source>transfer switch</source>
        <translation>omschakelaar</translation>
    </message>
    <message>
        <source>UPS</source>
        <translation>UPS</translation>
    </message>
    <message>
        <source>switchboard</source>
        <translation>verdeler</translation>
    </message>
    <message>
        <source>PDU</source>
        <translation>PDU</translation>
    </message>
    <message>
        <source>busway</source>
        <translation>railkoker</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>voeding</translation>
    </message>
    <message>
        <source>Change a limit</source>
        <translation>Een grens wijzigen</translation>
    </message>
    <message>
        <source>Normally</source>
        <translation>Normaal</translation>
    </message>
    <message>
        <source>On each phase</source>
        <translation>Op elke fase</translation>
    </message>
    <message>
        <source> VA</source>
        <translation> VA</translation>
    </message>
    <message>
        <source>When another fails</source>
        <translation>Als een andere uitvalt</translation>
    </message>
    <message>
        <source>Then on each phase</source>
        <translation>Dan op elke fase</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Feed from elsewhere</source>
        <translation>Anders voeden</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Voeden</translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation>Een instelling wijzigen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliotheek</translation>
    </message>
    <message>
        <source>Import device types</source>
        <translation>Apparaattypen inlezen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 tot en met %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>iedereen</translation>
    </message>
    <message>
        <source>%1: %2, since %3</source>
        <translation>%1: %2, sinds %3</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>all of the institution</source>
        <translation>alle van de instelling</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>There is no room yet.</source>
        <translation>Er is nog geen zaal.</translation>
    </message>
    <message>
        <source>%1, north is up; the row as it would stand: dashed.</source>
        <translation>%1, het noorden is boven; gestreept: de rij zoals die zou staan.</translation>
    </message>
    <message>
        <source>%1, north is up. Without a place: %2</source>
        <translation>%1, het noorden is boven. Zonder plaats: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>Add a department, or rename one</source>
        <translation>Een afdeling toevoegen of hernoemen</translation>
    </message>
    <message>
        <source>Faculty</source>
        <translation>Faculteit</translation>
    </message>
    <message>
        <source>Draw a wall, column or aisle</source>
        <translation>Een muur, kolom of gang tekenen</translation>
    </message>
    <message>
        <source>nothing may stand there</source>
        <translation>daar mag niets staan</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>muur</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>door</source>
        <translation>deur</translation>
    </message>
    <message>
        <source>cold aisle</source>
        <translation>koude gang</translation>
    </message>
    <message>
        <source>hot aisle</source>
        <translation>warme gang</translation>
    </message>
    <message>
        <source>containment</source>
        <translation>afscherming</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>hellingbaan</translation>
    </message>
    <message>
        <source>area with a use of its own</source>
        <translation>gebied met een eigen gebruik</translation>
    </message>
    <message>
        <source>Block units of a rack</source>
        <translation>Units van een rack blokkeren</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Lowest unit</source>
        <translation>Laagste unit</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blokkeren</translation>
    </message>
    <message>
        <source>Take a rack out of service</source>
        <translation>Een rack buiten gebruik stellen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Buiten gebruik stellen</translation>
    </message>
    <message>
        <source>Take a node out of service</source>
        <translation>Een knooppunt buiten gebruik stellen</translation>
    </message>
</context>
<context>
    <name>polder::AnswerPanel</name>
    <message>
        <source>%1 was there first (%2, %3). Look again, then repeat it.</source>
        <translation>%1 was u voor (%2, %3). Kijk opnieuw en herhaal het dan.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Iemand anders</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Wat niet past</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Asking the record …</source>
        <translation>De administratie wordt gevraagd …</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Set a rule aside …</source>
        <translation>Een regel opzijzetten …</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Opzijzetten</translation>
    </message>
    <message>
        <source>%1 (with a second person)</source>
        <translation>%1 (met een tweede persoon)</translation>
    </message>
    <message>
        <source>%1 (with the other institution)</source>
        <translation>%1 (met de andere instelling)</translation>
    </message>
    <message>
        <source>Asked. It holds once a second facility manager confirms it, among the findings.</source>
        <translation>Gevraagd. Het geldt zodra een tweede datacenterbeheerder het bevestigt, bij de bevindingen.</translation>
    </message>
    <message>
        <source>Asked. It holds once the other institution confirms it, among the findings.</source>
        <translation>Gevraagd. Het geldt zodra de andere instelling het bevestigt, bij de bevindingen.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Opnieuw laden</translation>
    </message>
    <message>
        <source>Puts this answer away and looks again at what is there now</source>
        <translation>Legt dit antwoord weg en kijkt opnieuw naar wat er nu is</translation>
    </message>
    <message>
        <source>Looking for the nearest places that take it …</source>
        <translation>Zoekt de dichtstbijzijnde plaatsen waar het past …</translation>
    </message>
    <message>
        <source>No other place takes it.</source>
        <translation>Op geen andere plaats past het.</translation>
    </message>
    <message>
        <source>The nearest places that take it:</source>
        <translation>De dichtstbijzijnde plaatsen waar het past:</translation>
    </message>
    <message>
        <source>U%1 here</source>
        <translation>U%1 hier</translation>
    </message>
    <message>
        <source>U%1 in %2</source>
        <translation>U%1 in %2</translation>
    </message>
    <message>
        <source>Instead at %1, U%2</source>
        <translation>In plaats daarvan op %1, U%2</translation>
    </message>
    <message>
        <source>With a reason it is made, and what it breaks is on record as findings.</source>
        <translation>Met een reden gebeurt het, en wat het schendt staat als bevindingen geregistreerd.</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Veld: %1</translation>
    </message>
    <message>
        <source>Field %1 takes: %2</source>
        <translation>Veld %1 neemt: %2</translation>
    </message>
</context>
<context>
    <name>polder::AuditModel</name>
    <message>
        <source>slot %1</source>
        <translation>slot %1</translation>
    </message>
    <message>
        <source>in no rack</source>
        <translation>in geen rack</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>nog niet gezien</translation>
    </message>
    <message>
        <source>✓ found</source>
        <translation>✓ gevonden</translation>
    </message>
    <message>
        <source>≠ booked elsewhere</source>
        <translation>≠ elders geboekt</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>? onbekend</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Asset tag</source>
        <translation>Inventarisnummer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Booked in</source>
        <translation>Geboekt in</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Laatst gezien</translation>
    </message>
</context>
<context>
    <name>polder::AuditPage</name>
    <message>
        <source>Scan the first asset tag.</source>
        <translation>Scan het eerste inventarisnummer.</translation>
    </message>
    <message>
        <source>What should stand here, and what was scanned</source>
        <translation>Wat hier hoort te staan, en wat gescand is</translation>
    </message>
    <message>
        <source>&amp;Seen without a tag</source>
        <translation>Gezien &amp;zonder nummer</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Terugnemen</translation>
    </message>
    <message>
        <source>Show the &amp;rack</source>
        <translation>Rack to&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Afronden</translation>
    </message>
    <message>
        <source>An asset tag and Enter, as a scanner types them</source>
        <translation>Een inventarisnummer en Enter, zoals een scanner ze typt</translation>
    </message>
    <message>
        <source>Nothing should stand in this rack, as far as you may see.</source>
        <translation>In dit rack hoort niets te staan, voor zover u het mag zien.</translation>
    </message>
    <message>
        <source>What was not seen is recorded as missing</source>
        <translation>Wat niet gezien is, wordt als vermist vastgelegd</translation>
    </message>
    <message>
        <source>R&amp;ack</source>
        <translation>&amp;Rack</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>S&amp;can</source>
        <translation>S&amp;can</translation>
    </message>
    <message>
        <source>Scanned asset tag</source>
        <translation>Gescand inventarisnummer</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Scanned here before and not on record yet: %1</source>
        <translation>Hier eerder gescand en nog niet vastgelegd: %1</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>gevonden: %1</translation>
    </message>
    <message>
        <source>not seen yet: %1</source>
        <translation>nog niet gezien: %1</translation>
    </message>
    <message>
        <source>booked elsewhere: %1</source>
        <translation>elders geboekt: %1</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>onbekend: %1</translation>
    </message>
    <message>
        <source>The record has no rack yet.</source>
        <translation>Er is nog geen rack vastgelegd.</translation>
    </message>
    <message>
        <source>scanned already, %1</source>
        <translation>al gescand, %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2 – %3</source>
        <translation>%1 – %2 – %3</translation>
    </message>
    <message>
        <source>%1 (not on disk: %2)</source>
        <translation>%1 (niet op schijf: %2)</translation>
    </message>
    <message>
        <source>On record for %1: %2 found, %3 missing, %4 booked elsewhere, %5 unknown. What is not as booked is among the findings.</source>
        <translation>Vastgelegd voor %1: %2 gevonden, %3 vermist, %4 elders geboekt, %5 onbekend. Wat niet is zoals geboekt, staat bij de bevindingen.</translation>
    </message>
</context>
<context>
    <name>polder::BookingModel</name>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Gereserveerd t/m</translation>
    </message>
</context>
<context>
    <name>polder::BoxText</name>
    <message>
        <source>beside the rails, slot %1</source>
        <translation>naast de rails, plek %1</translation>
    </message>
    <message>
        <source>U%1</source>
        <translation>U%1</translation>
    </message>
    <message>
        <source>U%1 to U%2</source>
        <translation>U%1 tot en met U%2</translation>
    </message>
    <message>
        <source>bay %1</source>
        <translation>bay %1</translation>
    </message>
    <message>
        <source>full depth</source>
        <translation>volle diepte</translation>
    </message>
    <message>
        <source>front</source>
        <translation>voorkant</translation>
    </message>
    <message>
        <source>rear</source>
        <translation>achterkant</translation>
    </message>
    <message>
        <source>left half</source>
        <translation>linkerhelft</translation>
    </message>
    <message>
        <source>right half</source>
        <translation>rechterhelft</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>held up to and including %1</source>
        <translation>vastgehouden tot en met %1</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>aanvraag %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>label %1</translation>
    </message>
    <message>
        <source>By what, is not yours to see.</source>
        <translation>Waardoor, mag u niet zien.</translation>
    </message>
    <message>
        <source>U%1: free up to and including %2</source>
        <translation>U%1: vrij tot en met %2</translation>
    </message>
    <message>
        <source>U%1: free</source>
        <translation>U%1: vrij</translation>
    </message>
</context>
<context>
    <name>polder::BrokenModel</name>
    <message>
        <source>Booking</source>
        <translation>Boeking</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>Breekt</translation>
    </message>
</context>
<context>
    <name>polder::BulkBar</name>
    <message>
        <source>Pre&amp;view</source>
        <translation>Vooru&amp;itblik</translation>
    </message>
    <message>
        <source>Field that is set</source>
        <translation>Veld dat wordt gezet</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;naar</translation>
    </message>
    <message>
        <source>What it is set to</source>
        <translation>Waarop het wordt gezet</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Veld</translation>
    </message>
    <message>
        <source>Rows chosen: %1</source>
        <translation>Gekozen rijen: %1</translation>
    </message>
</context>
<context>
    <name>polder::BusyLine</name>
    <message>
        <source>It is being worked on</source>
        <translation>Er wordt aan gewerkt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>polder::CalendarChart</name>
    <message>
        <source>Calendar of bookings</source>
        <translation>Kalender van boekingen</translation>
    </message>
    <message>
        <source>Arrow keys go from bar to bar, Enter opens, + and − zoom, Ctrl and the arrow keys move in time. The same bookings are in the list.</source>
        <translation>Pijltjestoetsen gaan van balk naar balk, Enter opent, + en − zoomen, Ctrl met pijltjes gaat door de tijd. Dezelfde boekingen staan in de lijst.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>en nog %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>wk %1</source>
        <translation>wk %1</translation>
    </message>
</context>
<context>
    <name>polder::CalendarPage</name>
    <message>
        <source>Bookings</source>
        <translation>Boekingen</translation>
    </message>
    <message>
        <source>Days to come</source>
        <translation>Komende dagen</translation>
    </message>
    <message>
        <source>&amp;Equipment</source>
        <translation>&amp;Apparatuur</translation>
    </message>
    <message>
        <source>&amp;Rack</source>
        <translation>&amp;Rack</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>Aan&amp;vraag</translation>
    </message>
    <message>
        <source>racks</source>
        <translation>racks</translation>
    </message>
    <message>
        <source>tenants</source>
        <translation>huurders</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>apparatuur</translation>
    </message>
    <message>
        <source>Rows of the calendar</source>
        <translation>Rijen van de kalender</translation>
    </message>
    <message>
        <source>Show the equipment</source>
        <translation>Toon de apparatuur</translation>
    </message>
    <message>
        <source>Show the rack</source>
        <translation>Toon het rack</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Open de aanvraag</translation>
    </message>
    <message>
        <source>Reckoning …</source>
        <translation>Berekenen …</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>Rij&amp;en</translation>
    </message>
    <message>
        <source>◀</source>
        <translation>◀</translation>
    </message>
    <message>
        <source>Back in time (Ctrl+Left)</source>
        <translation>Terug in de tijd (Ctrl+Links)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>To today (Home)</source>
        <translation>Naar vandaag (Home)</translation>
    </message>
    <message>
        <source>▶</source>
        <translation>▶</translation>
    </message>
    <message>
        <source>Forward in time (Ctrl+Right)</source>
        <translation>Vooruit in de tijd (Ctrl+Rechts)</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Maand</translation>
    </message>
    <message>
        <source>Q&amp;uarter</source>
        <translation>Kwar&amp;taal</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Jaar</translation>
    </message>
    <message>
        <source>held, until the dotted line</source>
        <translation>gereserveerd, tot de stippellijn</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>geleverd</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>geïnstalleerd</translation>
    </message>
    <message>
        <source>decommissioning</source>
        <translation>wordt verwijderd</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>There is no booking that you may see by name.</source>
        <translation>Er is geen boeking die u bij naam mag zien.</translation>
    </message>
    <message>
        <source>No end, lapse or decision is to come.</source>
        <translation>Er komt geen einde, afloop of besluit.</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>ruimtes</translation>
    </message>
</context>
<context>
    <name>polder::CalendarRows</name>
    <message>
        <source>equipment %1</source>
        <translation>apparaat %1</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>boeking %1</translation>
    </message>
    <message>
        <source>Hosting ends</source>
        <translation>Huisvesting eindigt</translation>
    </message>
    <message>
        <source>Hold lapses</source>
        <translation>Reservering verloopt</translation>
    </message>
    <message>
        <source>Decision due</source>
        <translation>Besluit verwacht</translation>
    </message>
    <message>
        <source>owner unknown</source>
        <translation>eigenaar onbekend</translation>
    </message>
    <message>
        <source>on the floor</source>
        <translation>op de vloer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 en nog %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The hold lapses after %1</source>
        <translation>De reservering verloopt na %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>en nog %1</translation>
    </message>
    <message>
        <source>%1, devices: %2</source>
        <translation>%1, apparaten: %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>devices: %1</source>
        <translation>apparaten: %1</translation>
    </message>
    <message>
        <source>devices: %1, %2</source>
        <translation>apparaten: %1, %2</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Levering</translation>
    </message>
    <message>
        <source>Agreement ends</source>
        <translation>Overeenkomst eindigt</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1: %2 bij %3</translation>
    </message>
</context>
<context>
    <name>polder::CellDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
</context>
<context>
    <name>polder::ChainDiagram</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Arrow keys go from one to another, Enter lets it fail. The same are in the list.</source>
        <translation>Pijltjestoetsen gaan van de een naar de ander, Enter laat het uitvallen. Dezelfde staan in de lijst.</translation>
    </message>
</context>
<context>
    <name>polder::ChangeForm</name>
    <message>
        <source> U</source>
        <translation> U</translation>
    </message>
    <message>
        <source>as in the library</source>
        <translation>als in de bibliotheek</translation>
    </message>
    <message>
        <source> W</source>
        <translation> W</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>de beste</translation>
    </message>
    <message>
        <source> kW</source>
        <translation> kW</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>hetzelfde</translation>
    </message>
    <message>
        <source>until</source>
        <translation>tot en met</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>W&amp;ijziging</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijziging</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Wat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>C&amp;ount</source>
        <translation>&amp;Aantal</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Hoogte</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Dr&amp;aw of one</source>
        <translation>&amp;Vermogen per stuk</translation>
    </message>
    <message>
        <source>Draw of one</source>
        <translation>Vermogen per stuk</translation>
    </message>
    <message>
        <source>We&amp;ight of one</source>
        <translation>Gewicht per st&amp;uk</translation>
    </message>
    <message>
        <source>Weight of one</source>
        <translation>Gewicht per stuk</translation>
    </message>
    <message>
        <source>Ow&amp;ner</source>
        <translation>&amp;Eigenaar</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Data centr&amp;e</source>
        <translation>&amp;Datacentrum</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>&amp;Rack</source>
        <translation>&amp;Rack</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Naa&amp;m</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>Limie&amp;t</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limiet</translation>
    </message>
    <message>
        <source>Feed &amp;A</source>
        <translation>&amp;Voeding A</translation>
    </message>
    <message>
        <source>Feed A</source>
        <translation>Voeding A</translation>
    </message>
    <message>
        <source>Feed &amp;B</source>
        <translation>V&amp;oeding B</translation>
    </message>
    <message>
        <source>Feed B</source>
        <translation>Voeding B</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>R&amp;eden</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>Va&amp;naf</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand in het bijzonder</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>a model or the number of a request</source>
        <translation>een model of het nummer van een aanvraag</translation>
    </message>
    <message>
        <source>asset tag</source>
        <translation>inventarisnummer</translation>
    </message>
    <message>
        <source>like this rack</source>
        <translation>zoals dit rack</translation>
    </message>
    <message>
        <source>like this node</source>
        <translation>zoals dit knooppunt</translation>
    </message>
    <message>
        <source>a node or a cooling unit</source>
        <translation>een knooppunt of een koelunit</translation>
    </message>
    <message>
        <source>number of a request</source>
        <translation>nummer van een aanvraag</translation>
    </message>
</context>
<context>
    <name>polder::ChangeModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijziging</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Wat ervan komt</translation>
    </message>
</context>
<context>
    <name>polder::ClashPanel</name>
    <message>
        <source>Fields that both changed</source>
        <translation>Velden die beiden hebben gewijzigd</translation>
    </message>
    <message>
        <source>Somebody else changed this request meanwhile. Say of each field which value stays:</source>
        <translation>Iemand anders heeft deze aanvraag intussen gewijzigd. Zeg van elk veld welke waarde blijft:</translation>
    </message>
    <message>
        <source>%1 changed this request meanwhile. Say of each field which value stays:</source>
        <translation>%1 heeft deze aanvraag intussen gewijzigd. Zeg van elk veld welke waarde blijft:</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Neem die van de ander</translation>
    </message>
    <message>
        <source>Take theirs: %1</source>
        <translation>Neem die van de ander: %1</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Houd de mijne</translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation>Houd de mijne: %1</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Van mij: %1</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Van de ander: %1</translation>
    </message>
</context>
<context>
    <name>polder::CompareModel</name>
    <message>
        <source>Criterion</source>
        <translation>Maatstaf</translation>
    </message>
    <message>
        <source>First place</source>
        <translation>Eerste plaats</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>Tweede plaats</translation>
    </message>
    <message>
        <source>Third place</source>
        <translation>Derde plaats</translation>
    </message>
</context>
<context>
    <name>polder::CompareRows</name>
    <message>
        <source>Fills a gap</source>
        <translation>Vult een gat</translation>
    </message>
    <message>
        <source>Heavy things low</source>
        <translation>Zwaar staat laag</translation>
    </message>
    <message>
        <source>Even phases</source>
        <translation>Gelijke fasen</translation>
    </message>
    <message>
        <source>Left at the tightest node</source>
        <translation>Over bij het krapste punt</translation>
    </message>
    <message>
        <source>Nothing is stranded</source>
        <translation>Niets blijft onbruikbaar over</translation>
    </message>
    <message>
        <source>Near its own kind</source>
        <translation>Bij de eigen soort</translation>
    </message>
    <message>
        <source>Preferred data centre</source>
        <translation>Gewenst datacenter</translation>
    </message>
    <message>
        <source>Cold aisle</source>
        <translation>Koude gang</translation>
    </message>
    <message>
        <source>%1 – best</source>
        <translation>%1 – beste</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Contactdozen</translation>
    </message>
    <message>
        <source>Free U left in the rack today</source>
        <translation>Vrije U die vandaag in het rack over zijn</translation>
    </message>
    <message>
        <source>Power left there with one side away</source>
        <translation>Vermogen dat daar over is als een kant uitvalt</translation>
    </message>
    <message>
        <source>Weight left there</source>
        <translation>Gewicht dat daar over is</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>%1 (weight %2)</source>
        <translation>%1 (gewicht %2)</translation>
    </message>
</context>
<context>
    <name>polder::ConcernModel</name>
    <message>
        <source>By</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>%1 – late</source>
        <translation>%1 – te laat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>polder::ConsequenceModel</name>
    <message>
        <source>Consequence</source>
        <translation>Gevolg</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
</context>
<context>
    <name>polder::Consequences</name>
    <message>
        <source>equipment %1</source>
        <translation>apparaat %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3 cords live</source>
        <translation>%1, %2 van %3 snoeren onder spanning</translation>
    </message>
    <message>
        <source>, less than was asked for</source>
        <translation>, minder dan gevraagd</translation>
    </message>
    <message>
        <source>nobody knows what</source>
        <translation>onbekend hoeveel</translation>
    </message>
    <message>
        <source>%1: at most %2, may carry %3, on %4</source>
        <translation>%1: hoogstens %2, mag %3 dragen, op %4</translation>
    </message>
    <message>
        <source>%1: %2, may carry %3, on %4</source>
        <translation>%1: %2, mag %3 dragen, op %4</translation>
    </message>
    <message>
        <source>gets too much</source>
        <translation>krijgt te veel</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>stopt</translation>
    </message>
    <message>
        <source>others&apos;</source>
        <translation>van anderen</translation>
    </message>
    <message>
        <source>equipment that you do not see</source>
        <translation>apparatuur die u niet ziet</translation>
    </message>
    <message>
        <source>%1 hang on it, of which %2 stop</source>
        <translation>%1 hangt eraan, waarvan %2 stopt</translation>
    </message>
    <message>
        <source>cooling</source>
        <translation>koeling</translation>
    </message>
    <message>
        <source>%1 left for %2 of heat</source>
        <translation>%1 over voor %2 warmte</translation>
    </message>
    <message>
        <source>unknown how much is left, for %1 of heat</source>
        <translation>onbekend hoeveel er over is, voor %1 warmte</translation>
    </message>
    <message>
        <source>loses a path</source>
        <translation>verliest een pad</translation>
    </message>
    <message>
        <source>%1 fails: devices that stop: %2 (%3) · that lose a path: %4 · nodes that get too much: %5</source>
        <translation>%1 valt uit: apparaten die stoppen: %2 (%3) · die een pad verliezen: %4 · knooppunten die te veel krijgen: %5</translation>
    </message>
</context>
<context>
    <name>polder::CoolingModel</name>
    <message>
        <source>Zone, unit</source>
        <translation>Zone, unit</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Warmte</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limiet</translation>
    </message>
    <message>
        <source>With the largest unit in reserve</source>
        <translation>Met de grootste unit als reserve</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>geen bekend</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Carries away</source>
        <translation>Voert af</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Voeding</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>Racks</translation>
    </message>
</context>
<context>
    <name>polder::CoolingPage</name>
    <message>
        <source>&amp;Let it fail</source>
        <translation>&amp;Laat uitvallen</translation>
    </message>
    <message>
        <source>&amp;All well again</source>
        <translation>&amp;Alles weer in orde</translation>
    </message>
    <message>
        <source>Show the roo&amp;m</source>
        <translation>Toon de r&amp;uimte</translation>
    </message>
    <message>
        <source>Show its f&amp;eed</source>
        <translation>Toon de &amp;voeding</translation>
    </message>
    <message>
        <source>Zones and their units</source>
        <translation>Zones met hun units</translation>
    </message>
    <message>
        <source>Cooling zones and units</source>
        <translation>Koelzones en units</translation>
    </message>
    <message>
        <source>No cooling is on record for this data centre.</source>
        <translation>Voor dit datacentrum is geen koeling geregistreerd.</translation>
    </message>
    <message>
        <source>Choose a unit and let it fail: what its zone still carries away.</source>
        <translation>Kies een unit en laat die uitvallen: wat de zone dan nog afvoert.</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Koeling</translation>
    </message>
    <message>
        <source>&amp;Data centre</source>
        <translation>&amp;Datacenter</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>below 70 % of its limit</source>
        <translation>onder 70 % van de limiet</translation>
    </message>
    <message>
        <source>70 – 90 %</source>
        <translation>70 – 90 %</translation>
    </message>
    <message>
        <source>above 90 %</source>
        <translation>boven 90 %</translation>
    </message>
    <message>
        <source>limit unknown</source>
        <translation>limiet onbekend</translation>
    </message>
    <message>
        <source>off, or touched by it</source>
        <translation>uit, of erdoor geraakt</translation>
    </message>
</context>
<context>
    <name>polder::CoolingRows</name>
    <message>
        <source>in-row</source>
        <translation>in de rij</translation>
    </message>
    <message>
        <source>rear door</source>
        <translation>achterdeur</translation>
    </message>
    <message>
        <source>not known what is left</source>
        <translation>niet bekend wat overblijft</translation>
    </message>
    <message>
        <source>too warm: %1 too much</source>
        <translation>te warm: %1 te veel</translation>
    </message>
    <message>
        <source>bears it, %1 left</source>
        <translation>houdt het, %1 over</translation>
    </message>
    <message>
        <source>door of a rack</source>
        <translation>deur van een rack</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>zone</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>carries %1</source>
        <translation>voert %1 af</translation>
    </message>
    <message>
        <source>not known what it carries</source>
        <translation>niet bekend wat zij afvoert</translation>
    </message>
    <message>
        <source>Feed: %1</source>
        <translation>Voeding: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1, limit not known</source>
        <translation>%1, limiet niet bekend</translation>
    </message>
    <message>
        <source>CRAC</source>
        <translation>CRAC</translation>
    </message>
    <message>
        <source>CRAH</source>
        <translation>CRAH</translation>
    </message>
    <message>
        <source>CDU</source>
        <translation>CDU</translation>
    </message>
</context>
<context>
    <name>polder::DatabaseWorker</name>
    <message>
        <source>There is no connection at the moment.</source>
        <translation>Er is op dit moment geen verbinding.</translation>
    </message>
    <message>
        <source>Nothing was changed. It reconnects by itself; then try again.</source>
        <translation>Er is niets gewijzigd. De verbinding herstelt zichzelf; probeer het dan opnieuw.</translation>
    </message>
</context>
<context>
    <name>polder::DayField</name>
    <message>
        <source>%1 is not possible here.</source>
        <translation>%1 kan hier niet.</translation>
    </message>
    <message>
        <source>“%1” is no date. For example: 1 May, wk 34, +6m</source>
        <translation>“%1” is geen datum. Bijvoorbeeld: 1 mei, wk 34, +6m</translation>
    </message>
    <message>
        <source>“%1” may be %2. Write the month in letters.</source>
        <translation>“%1” kan %2 zijn. Schrijf de maand in letters.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
</context>
<context>
    <name>polder::DecimalField</name>
    <message>
        <source>“%1” may be %2 or %3. Write it without a separator of thousands.</source>
        <translation>“%1” kan %2 of %3 zijn. Schrijf het zonder scheidingsteken voor duizendtallen.</translation>
    </message>
</context>
<context>
    <name>polder::Desktop</name>
    <message>
        <source>%1 The server is there, but the password was not kept. Say otherwise what is to become of it.</source>
        <translation>%1 De server is er, maar het wachtwoord is niet bewaard. Kies anders wat ermee moet gebeuren.</translation>
    </message>
</context>
<context>
    <name>polder::DeviceItem</name>
    <message>
        <source>installed</source>
        <translation>geïnstalleerd</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gereserveerd</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>vertrekt</translation>
    </message>
    <message>
        <source>occupied</source>
        <translation>bezet</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>buiten gebruik</translation>
    </message>
    <message>
        <source>blanking panel</source>
        <translation>blindpaneel</translation>
    </message>
</context>
<context>
    <name>polder::DueModel</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>%1 – late</source>
        <translation>%1 – te laat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
</context>
<context>
    <name>polder::EditModel</name>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>polder::Elevation</name>
    <message>
        <source>Rack elevation</source>
        <translation>Rackaanzicht</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Voorkant</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Achterkant</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>voorgesteld</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Up and Down select, Shift selects more, Enter opens. Ctrl+X picks up what is selected, the arrow keys carry it, with Shift by half a unit, H takes it to the other half, Enter puts it down, Escape puts it back. With nothing selected Ctrl+X takes up the proposed place, and Enter confirms it. The same equipment is in the list.</source>
        <translation>Omhoog en Omlaag kiezen, Shift kiest er meer, Enter opent. Ctrl+X neemt op wat gekozen is, de pijltjes dragen het, met Shift per halve unit, H brengt het naar de andere helft, Enter zet het neer, Escape zet het terug. Is er niets gekozen, dan neemt Ctrl+X de voorgestelde plaats op, en Enter bevestigt die. Dezelfde apparatuur staat in de lijst.</translation>
    </message>
</context>
<context>
    <name>polder::EnvelopeForm</name>
    <message>
        <source>not given</source>
        <translation>niet opgegeven</translation>
    </message>
    <message>
        <source> U</source>
        <translation> U</translation>
    </message>
    <message>
        <source> W</source>
        <translation> W</translation>
    </message>
    <message>
        <source> kg</source>
        <translation> kg</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Hoogte</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Aantal</translation>
    </message>
    <message>
        <source>Po&amp;wer, budgeted</source>
        <translation>Ver&amp;mogen, begroot</translation>
    </message>
    <message>
        <source>We&amp;ight</source>
        <translation>Ge&amp;wicht</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Diepte</translation>
    </message>
    <message>
        <source>&amp;Cords</source>
        <translation>S&amp;noeren</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>Pl&amp;ug</source>
        <translation>&amp;Stekker</translation>
    </message>
    <message>
        <source>Airflow</source>
        <translation>Luchtstroom</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breedte</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
</context>
<context>
    <name>polder::EquipmentDetail</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Niets gekozen</translation>
    </message>
    <message>
        <source>Show in the &amp;rack</source>
        <translation>Toon in &amp;rack</translation>
    </message>
    <message>
        <source>Open the re&amp;quest</source>
        <translation>Open &amp;aanvraag</translation>
    </message>
    <message>
        <source>Replac&amp;e …</source>
        <translation>V&amp;ervangen …</translation>
    </message>
    <message>
        <source>Its histor&amp;y</source>
        <translation>Ges&amp;chiedenis</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>Wat erover bekend is</translation>
    </message>
    <message>
        <source>Choose a row to read more about it.</source>
        <translation>Kies een rij om er meer over te lezen.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 op %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Hosted</source>
        <translation>Gehuisvest</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>niet geplaatst</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>Asset tag</source>
        <translation>Inventarisnummer</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>unknown, estimated</source>
        <translation>onbekend, geschat</translation>
    </message>
    <message>
        <source>Nameplate</source>
        <translation>Typeplaatje</translation>
    </message>
    <message>
        <source>Budgeted</source>
        <translation>Begroot</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemeten</translation>
    </message>
    <message>
        <source>Cords</source>
        <translation>Snoeren</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>Dataclassificatie</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>Garantie tot</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenplaats</translation>
    </message>
    <message>
        <source>Security contact</source>
        <translation>Contact voor beveiliging</translation>
    </message>
    <message>
        <source>Power figures from</source>
        <translation>Vermogens volgens</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Laatst gezien</translation>
    </message>
    <message>
        <source>La&amp;bel …</source>
        <translation>La&amp;bel …</translation>
    </message>
    <message>
        <source>A label has the asset tag on it.</source>
        <translation>Op een label staat het inventarisnummer.</translation>
    </message>
    <message>
        <source>Plugged into</source>
        <translation>Aangesloten op</translation>
    </message>
    <message>
        <source>Print label …</source>
        <translation>Label afdrukken …</translation>
    </message>
</context>
<context>
    <name>polder::EquipmentEdits</name>
    <message>
        <source>Another device of this owner has it.</source>
        <translation>Een ander apparaat van deze eigenaar heeft dit al.</translation>
    </message>
    <message>
        <source>It is here more than once.</source>
        <translation>Het staat hier meer dan eens.</translation>
    </message>
    <message>
        <source>%1 made it “%2” meanwhile. Save again to put yours in its place, or give it up.</source>
        <translation>%1 maakte er intussen “%2” van. Bewaar opnieuw om het uwe ervoor in de plaats te zetten, of geef het op.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Iemand anders</translation>
    </message>
    <message>
        <source>This is not yours to change.</source>
        <translation>Dit mag u niet wijzigen.</translation>
    </message>
    <message>
        <source>It is not there any more, or you may not see it.</source>
        <translation>Het is er niet meer, of u mag het niet zien.</translation>
    </message>
    <message>
        <source>The record says: %1.</source>
        <translation>Het register zegt: %1.</translation>
    </message>
    <message>
        <source>It is now “%1”. Save to put yours in its place, or give it up.</source>
        <translation>Het is nu “%1”. Bewaar om het uwe ervoor in de plaats te zetten, of geef het op.</translation>
    </message>
</context>
<context>
    <name>polder::EquipmentFields</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>Asset tag</source>
        <translation>Inventarisnummer</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenplaats</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Security contact</source>
        <translation>Contact voor beveiliging</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>Dataclassificatie</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gedeeld</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>Garantie tot</translation>
    </message>
    <message>
        <source>Nameplate</source>
        <translation>Typeplaatje</translation>
    </message>
    <message>
        <source>Budgeted</source>
        <translation>Begroot</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemeten</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemeten op</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>“%1” is no number of %2.</source>
        <translation>“%1” is geen aantal %2.</translation>
    </message>
    <message>
        <source>“%1” can mean two numbers; write it without a separator of thousands.</source>
        <translation>“%1” kan twee getallen betekenen; schrijf het zonder scheidingsteken voor duizenden.</translation>
    </message>
    <message>
        <source>“%1” is not from %2 to %3 %4.</source>
        <translation>“%1” ligt niet tussen %2 en %3 %4.</translation>
    </message>
    <message>
        <source>“%1” is no date; write it like %2.</source>
        <translation>“%1” is geen datum; schrijf die als %2.</translation>
    </message>
    <message>
        <source>“%1” is nobody of its owner’s.</source>
        <translation>“%1” is niemand van de eigenaar.</translation>
    </message>
    <message>
        <source>Several people are called “%1”; write the handle.</source>
        <translation>Meer mensen heten “%1”; schrijf de aanduiding.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>This cannot be empty.</source>
        <translation>Dit mag niet leeg zijn.</translation>
    </message>
    <message>
        <source>“%1” is none of %2.</source>
        <translation>“%1” is geen van %2.</translation>
    </message>
    <message>
        <source>“%1” is no department of its owner’s.</source>
        <translation>“%1” is geen afdeling van de eigenaar.</translation>
    </message>
    <message>
        <source>Longer than %1 characters.</source>
        <translation>Langer dan %1 tekens.</translation>
    </message>
    <message>
        <source>“%1” can mean two days; write the month in letters.</source>
        <translation>“%1” kan twee dagen betekenen; schrijf de maand in letters.</translation>
    </message>
</context>
<context>
    <name>polder::EquipmentModel</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>U</source>
        <translation>U</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Budgeted</source>
        <translation>Begroot</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>Asset tag</source>
        <translation>Inventarisnummer</translation>
    </message>
    <message>
        <source>in a rack</source>
        <translation>in een rack</translation>
    </message>
    <message>
        <source>beside the rails</source>
        <translation>naast de rails</translation>
    </message>
    <message>
        <source>chassis</source>
        <translation>chassis</translation>
    </message>
    <message>
        <source>in a chassis</source>
        <translation>in een chassis</translation>
    </message>
    <message>
        <source>on the floor</source>
        <translation>op de vloer</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>Dataclassificatie</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gedeeld</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Others may ask to use it with its owner.</source>
        <translation>Anderen mogen de eigenaar vragen het mee te gebruiken.</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>Garantie tot</translation>
    </message>
    <message>
        <source>Nameplate</source>
        <translation>Typeplaatje</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemeten</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemeten op</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Eindigt</translation>
    </message>
    <message>
        <source>Last day of its hosting</source>
        <translation>Laatste dag van de hosting</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Voedingen</translation>
    </message>
</context>
<context>
    <name>polder::EquipmentPage</name>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Set several</source>
        <translation>Meer tegelijk</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lezen …</translation>
    </message>
    <message>
        <source>There is no equipment that you may see by name, or none is left of the search.</source>
        <translation>Er is geen apparatuur die u bij naam mag zien, of de zoekopdracht laat niets over.</translation>
    </message>
    <message>
        <source>Shows what there is of each data centre, owner, model and so on, to tick</source>
        <translation>Toont wat er is van elk datacenter, elke eigenaar, elk model enzovoort, om aan te vinken</translation>
    </message>
    <message>
        <source>Which columns are shown (also on the heading of the table, Ctrl+Shift+K)</source>
        <translation>Welke kolommen getoond worden (ook op de kop van de tabel, Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Sets one field of all rows that are chosen</source>
        <translation>Zet één veld van alle gekozen rijen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>To other racks, all that are chosen together</source>
        <translation>Naar andere racks, alles wat gekozen is tegelijk</translation>
    </message>
    <message>
        <source>Leave the data centre on a day, all that are chosen together</source>
        <translation>Het datacenter uit op een dag, alles wat gekozen is tegelijk</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Verplaatsen …</translation>
    </message>
    <message>
        <source>Ask for a move …</source>
        <translation>Verplaatsing vragen …</translation>
    </message>
    <message>
        <source>Retire …</source>
        <translation>Afvoeren …</translation>
    </message>
    <message>
        <source>Ask for removal …</source>
        <translation>Verwijdering vragen …</translation>
    </message>
</context>
<context>
    <name>polder::FacetPanel</name>
    <message>
        <source>Show only</source>
        <translation>Toon alleen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>polder::FieldText</name>
    <message>
        <source>noise (dB)</source>
        <translation>geluid (dB)</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>stands after</source>
        <translation>staat na</translation>
    </message>
    <message>
        <source>airflow</source>
        <translation>luchtstroom</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>uit elkaar</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>benoeming</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>wat er gevraagd wordt</translation>
    </message>
    <message>
        <source>asset tag</source>
        <translation>inventarisnummer</translation>
    </message>
    <message>
        <source>day of the reading</source>
        <translation>dag van de meting</translation>
    </message>
    <message>
        <source>availability class</source>
        <translation>beschikbaarheidsklasse</translation>
    </message>
    <message>
        <source>bay</source>
        <translation>bay</translation>
    </message>
    <message>
        <source>bays</source>
        <translation>bays</translation>
    </message>
    <message>
        <source>because of</source>
        <translation>vanwege</translation>
    </message>
    <message>
        <source>budgeted (W)</source>
        <translation>begroot (W)</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>wijzigingen</translation>
    </message>
    <message>
        <source>chassis</source>
        <translation>chassis</translation>
    </message>
    <message>
        <source>clearance in front (mm)</source>
        <translation>vrije ruimte voor (mm)</translation>
    </message>
    <message>
        <source>clearance at the left (mm)</source>
        <translation>vrije ruimte links (mm)</translation>
    </message>
    <message>
        <source>clearance at the rear (mm)</source>
        <translation>vrije ruimte achter (mm)</translation>
    </message>
    <message>
        <source>clearance at the right (mm)</source>
        <translation>vrije ruimte rechts (mm)</translation>
    </message>
    <message>
        <source>clearance above (mm)</source>
        <translation>vrije ruimte boven (mm)</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>concurrently maintainable</source>
        <translation>gelijktijdig te onderhouden</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contactpersonen</translation>
    </message>
    <message>
        <source>content of the file</source>
        <translation>inhoud van het bestand</translation>
    </message>
    <message>
        <source>checksum of the model</source>
        <translation>controlegetal van het model</translation>
    </message>
    <message>
        <source>cooling unit</source>
        <translation>koelunit</translation>
    </message>
    <message>
        <source>cords</source>
        <translation>snoeren</translation>
    </message>
    <message>
        <source>cost centre</source>
        <translation>kostenplaats</translation>
    </message>
    <message>
        <source>number of pieces</source>
        <translation>aantal stuks</translation>
    </message>
    <message>
        <source>data class</source>
        <translation>dataclassificatie</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>departments</source>
        <translation>afdelingen</translation>
    </message>
    <message>
        <source>depth (mm)</source>
        <translation>diepte (mm)</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>plaatsvervanger</translation>
    </message>
    <message>
        <source>description</source>
        <translation>omschrijving</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>apparaten</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>what goes down</source>
        <translation>wat uitvalt</translation>
    </message>
    <message>
        <source>draw (W)</source>
        <translation>afname (W)</translation>
    </message>
    <message>
        <source>drift (mK/h)</source>
        <translation>drift (mK/h)</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>proefdraaien</translation>
    </message>
    <message>
        <source>ducted</source>
        <translation>op een kanaal</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>magnetic field (nT)</source>
        <translation>magneetveld (nT)</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>apparatuur</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>bewijs</translation>
    </message>
    <message>
        <source>other figures</source>
        <translation>andere cijfers</translation>
    </message>
    <message>
        <source>face</source>
        <translation>kant</translation>
    </message>
    <message>
        <source>faculty</source>
        <translation>faculteit</translation>
    </message>
    <message>
        <source>failover per line (VA)</source>
        <translation>bij uitval per fase (VA)</translation>
    </message>
    <message>
        <source>failover (W)</source>
        <translation>bij uitval (W)</translation>
    </message>
    <message>
        <source>features</source>
        <translation>onderdelen van de ruimte</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>voeding</translation>
    </message>
    <message>
        <source>first rack</source>
        <translation>eerste rack</translation>
    </message>
    <message>
        <source>floor class</source>
        <translation>vloerklasse</translation>
    </message>
    <message>
        <source>from</source>
        <translation>vanaf</translation>
    </message>
    <message>
        <source>full depth</source>
        <translation>volle diepte</translation>
    </message>
    <message>
        <source>funder</source>
        <translation>financier</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>generatie</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>gast</translation>
    </message>
    <message>
        <source>half of the rack</source>
        <translation>helft van het rack</translation>
    </message>
    <message>
        <source>half width</source>
        <translation>halve breedte</translation>
    </message>
    <message>
        <source>handle</source>
        <translation>gebruikersnaam</translation>
    </message>
    <message>
        <source>heat to water (W)</source>
        <translation>warmte naar water (W)</translation>
    </message>
    <message>
        <source>heat (W)</source>
        <translation>warmte (W)</translation>
    </message>
    <message>
        <source>height (half units)</source>
        <translation>hoogte (halve units)</translation>
    </message>
    <message>
        <source>height (mm)</source>
        <translation>hoogte (mm)</translation>
    </message>
    <message>
        <source>height (U)</source>
        <translation>hoogte (U)</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>indicator</translation>
    </message>
    <message>
        <source>inlet</source>
        <translation>stekkeringang</translation>
    </message>
    <message>
        <source>highest inlet temperature (°C)</source>
        <translation>hoogste inlaattemperatuur (°C)</translation>
    </message>
    <message>
        <source>highest inlet temperature (m°C)</source>
        <translation>hoogste inlaattemperatuur (m°C)</translation>
    </message>
    <message>
        <source>lowest inlet temperature (°C)</source>
        <translation>laagste inlaattemperatuur (°C)</translation>
    </message>
    <message>
        <source>lowest inlet temperature (m°C)</source>
        <translation>laagste inlaattemperatuur (m°C)</translation>
    </message>
    <message>
        <source>interfaces</source>
        <translation>aansluitingen</translation>
    </message>
    <message>
        <source>item</source>
        <translation>item</translation>
    </message>
    <message>
        <source>items</source>
        <translation>items</translation>
    </message>
    <message>
        <source>keep clear</source>
        <translation>vrij te houden</translation>
    </message>
    <message>
        <source>key</source>
        <translation>sleutel</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>apparent power (kVA)</source>
        <translation>schijnbaar vermogen (kVA)</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>regels</translation>
    </message>
    <message>
        <source>link</source>
        <translation>koppeling</translation>
    </message>
    <message>
        <source>login</source>
        <translation>login</translation>
    </message>
    <message>
        <source>manufacturer</source>
        <translation>fabrikant</translation>
    </message>
    <message>
        <source>what the floor bears (kg)</source>
        <translation>wat de vloer draagt (kg)</translation>
    </message>
    <message>
        <source>day of the measurement</source>
        <translation>dag van de meting</translation>
    </message>
    <message>
        <source>measured draw (W)</source>
        <translation>gemeten afname (W)</translation>
    </message>
    <message>
        <source>media</source>
        <translation>media</translation>
    </message>
    <message>
        <source>kind of file</source>
        <translation>soort bestand</translation>
    </message>
    <message>
        <source>medical</source>
        <translation>medisch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>models</source>
        <translation>modellen</translation>
    </message>
    <message>
        <source>month</source>
        <translation>maand</translation>
    </message>
    <message>
        <source>moves</source>
        <translation>verplaatsingen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>nameplate (W)</source>
        <translation>typeplaatje (W)</translation>
    </message>
    <message>
        <source>net</source>
        <translation>net</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>poorten</translation>
    </message>
    <message>
        <source>new asset tag</source>
        <translation>nieuw inventarisnummer</translation>
    </message>
    <message>
        <source>node</source>
        <translation>knooppunt</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>knooppunten</translation>
    </message>
    <message>
        <source>limit per line (VA)</source>
        <translation>grens per fase (VA)</translation>
    </message>
    <message>
        <source>limit (W)</source>
        <translation>grens (W)</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>waar het over gaat</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dag</translation>
    </message>
    <message>
        <source>only a check</source>
        <translation>alleen controleren</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>instelling</translation>
    </message>
    <message>
        <source>orientation (°)</source>
        <translation>oriëntatie (°)</translation>
    </message>
    <message>
        <source>out of band</source>
        <translation>out of band</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>stopcontact</translation>
    </message>
    <message>
        <source>outlets</source>
        <translation>stopcontacten</translation>
    </message>
    <message>
        <source>override</source>
        <translation>ontheffing</translation>
    </message>
    <message>
        <source>above it</source>
        <translation>erboven</translation>
    </message>
    <message>
        <source>node of side A</source>
        <translation>knooppunt van kant A</translation>
    </message>
    <message>
        <source>node of side B</source>
        <translation>knooppunt van kant B</translation>
    </message>
    <message>
        <source>part number</source>
        <translation>onderdeelnummer</translation>
    </message>
    <message>
        <source>share (‰)</source>
        <translation>aandeel (‰)</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persoon</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>persoonsgegevens</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>fasen</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>distance of the racks (mm)</source>
        <translation>afstand van de racks (mm)</translation>
    </message>
    <message>
        <source>placement</source>
        <translation>plaatsing</translation>
    </message>
    <message>
        <source>placements</source>
        <translation>plaatsingen</translation>
    </message>
    <message>
        <source>places</source>
        <translation>plaatsen</translation>
    </message>
    <message>
        <source>plug</source>
        <translation>stekker</translation>
    </message>
    <message>
        <source>origin of the figures</source>
        <translation>herkomst van de cijfers</translation>
    </message>
    <message>
        <source>processing agreement</source>
        <translation>verwerkersovereenkomst</translation>
    </message>
    <message>
        <source>project</source>
        <translation>project</translation>
    </message>
    <message>
        <source>protection class</source>
        <translation>beschermingsklasse</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>hoeveelheid</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>quotum</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>rack</translation>
    </message>
    <message>
        <source>number of racks</source>
        <translation>aantal racks</translation>
    </message>
    <message>
        <source>rating per line (VA)</source>
        <translation>vermogen per fase (VA)</translation>
    </message>
    <message>
        <source>rating (W)</source>
        <translation>vermogen (W)</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>metingen</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>two feeds</source>
        <translation>twee voedingen</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>kenmerk</translation>
    </message>
    <message>
        <source>request</source>
        <translation>aanvraag</translation>
    </message>
    <message>
        <source>requester</source>
        <translation>aanvrager</translation>
    </message>
    <message>
        <source>review date</source>
        <translation>beoordelingsdatum</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rol</translation>
    </message>
    <message>
        <source>room</source>
        <translation>ruimte</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>contact for security</source>
        <translation>contact voor beveiliging</translation>
    </message>
    <message>
        <source>security review</source>
        <translation>beveiligingstoets</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>serienummer</translation>
    </message>
    <message>
        <source>shareable</source>
        <translation>deelbaar</translation>
    </message>
    <message>
        <source>side</source>
        <translation>kant</translation>
    </message>
    <message>
        <source>data centre</source>
        <translation>datacenter</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>slot</translation>
    </message>
    <message>
        <source>name in the library</source>
        <translation>naam in de bibliotheek</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>herkomst</translation>
    </message>
    <message>
        <source>speed (Mbit/s)</source>
        <translation>snelheid (Mbit/s)</translation>
    </message>
    <message>
        <source>sponsor</source>
        <translation>sponsor</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>stappen</translation>
    </message>
    <message>
        <source>kind of what it is about</source>
        <translation>soort van waar het over gaat</translation>
    </message>
    <message>
        <source>power supplies</source>
        <translation>voedingen</translation>
    </message>
    <message>
        <source>system</source>
        <translation>systeem</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabel</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>inventarisnummer</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>inventarisnummers</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>tile (mm)</source>
        <translation>tegel (mm)</translation>
    </message>
    <message>
        <source>times</source>
        <translation>tijden</translation>
    </message>
    <message>
        <source>successor</source>
        <translation>opvolger</translation>
    </message>
    <message>
        <source>together</source>
        <translation>bij elkaar</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>onderwerp</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>units</source>
        <translation>units</translation>
    </message>
    <message>
        <source>until</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>address on the web</source>
        <translation>webadres</translation>
    </message>
    <message>
        <source>usable depth (mm)</source>
        <translation>bruikbare diepte (mm)</translation>
    </message>
    <message>
        <source>usable (‰)</source>
        <translation>bruikbaar (‰)</translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>values</source>
        <translation>waarden</translation>
    </message>
    <message>
        <source>password verifier</source>
        <translation>wachtwoordcontrole</translation>
    </message>
    <message>
        <source>vibration class</source>
        <translation>trillingsklasse</translation>
    </message>
    <message>
        <source>warranty until</source>
        <translation>garantie tot</translation>
    </message>
    <message>
        <source>what it was</source>
        <translation>wat het was</translation>
    </message>
    <message>
        <source>what loses redundancy</source>
        <translation>wat redundantie verliest</translation>
    </message>
    <message>
        <source>weight (g)</source>
        <translation>gewicht (g)</translation>
    </message>
    <message>
        <source>weight (kg)</source>
        <translation>gewicht (kg)</translation>
    </message>
    <message>
        <source>width (mm)</source>
        <translation>breedte (mm)</translation>
    </message>
    <message>
        <source>reference of the wiping</source>
        <translation>kenmerk van het wissen</translation>
    </message>
    <message>
        <source>wiped on</source>
        <translation>gewist op</translation>
    </message>
    <message>
        <source>wishes</source>
        <translation>wensen</translation>
    </message>
    <message>
        <source>x (mm)</source>
        <translation>x (mm)</translation>
    </message>
    <message>
        <source>y (mm)</source>
        <translation>y (mm)</translation>
    </message>
    <message>
        <source>0U slots</source>
        <translation>0U-plaatsen</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>item %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>rij %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>stap %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>stap</translation>
    </message>
    <message>
        <source>most</source>
        <translation>hoogstens</translation>
    </message>
    <message>
        <source>submit at once</source>
        <translation>meteen indienen</translation>
    </message>
</context>
<context>
    <name>polder::FindSpacePage</name>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>no &amp;end</source>
        <translation>zonder &amp;einde</translation>
    </message>
    <message>
        <source>Search &amp;freely</source>
        <translation>&amp;Los zoeken</translation>
    </message>
    <message>
        <source>Places that fit</source>
        <translation>Passende plaatsen</translation>
    </message>
    <message>
        <source>Racks without a place</source>
        <translation>Racks zonder plaats</translation>
    </message>
    <message>
        <source>Show in the &amp;rack</source>
        <translation>Toon in &amp;rack</translation>
    </message>
    <message>
        <source>H&amp;old</source>
        <translation>Reser&amp;veren</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In uw eigen woorden</translation>
    </message>
    <message>
        <source>In your own words: 4U 1.2 kW dual 35 kg from 1 May</source>
        <translation>In uw eigen woorden: 4 HE 1,2 kW dubbel 35 kg vanaf 1 mei</translation>
    </message>
    <message>
        <source>Item of the request</source>
        <translation>Onderdeel van de aanvraag</translation>
    </message>
    <message>
        <source>It fits nowhere. The other tab says why, rack by rack.</source>
        <translation>Het past nergens. Het andere tabblad zegt per rack waarom.</translation>
    </message>
    <message>
        <source>It fits into every rack that was looked at.</source>
        <translation>Het past in elk bekeken rack.</translation>
    </message>
    <message>
        <source>P&amp;laces</source>
        <translation>Plaa&amp;tsen</translation>
    </message>
    <message>
        <source>Wh&amp;y not elsewhere</source>
        <translation>Waarom n&amp;iet elders</translation>
    </message>
    <message>
        <source>Find space</source>
        <translation>Plaats zoeken</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>Vana&amp;f</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>T&amp;ot en met</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>Data&amp;center</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1. %2 – %3</source>
        <translation>%1. %2 – %3</translation>
    </message>
    <message>
        <source>What is not given is not checked.</source>
        <translation>Wat niet is opgegeven, wordt niet getoetst.</translation>
    </message>
    <message>
        <source>For request %1, %2.</source>
        <translation>Voor aanvraag %1, %2.</translation>
    </message>
    <message>
        <source>a project</source>
        <translation>een project</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>De laatste dag ligt vóór de eerste.</translation>
    </message>
    <message>
        <source>H&amp;old this place</source>
        <translation>Deze plaats reser&amp;veren</translation>
    </message>
    <message>
        <source>H&amp;old all %1 places</source>
        <translation>Alle %1 plaatsen reser&amp;veren</translation>
    </message>
    <message>
        <source>Places can be held while the request is in review.</source>
        <translation>Plaatsen kunnen worden gereserveerd zolang de aanvraag in beoordeling is.</translation>
    </message>
    <message>
        <source>Held.</source>
        <translation>Gereserveerd.</translation>
    </message>
    <message>
        <source>Held. The next item of the request:</source>
        <translation>Gereserveerd. Het volgende onderdeel van de aanvraag:</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Hold up to and including</source>
        <translation>Gereserveerd t/m</translation>
    </message>
    <message>
        <source>The best three places</source>
        <translation>De beste drie plaatsen</translation>
    </message>
    <message>
        <source>There is no place to compare.</source>
        <translation>Er is geen plaats om te vergelijken.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Show on the p&amp;lan</source>
        <translation>Toon op plattegro&amp;nd</translation>
    </message>
    <message>
        <source>Open the &amp;rack</source>
        <translation>Open het &amp;rack</translation>
    </message>
</context>
<context>
    <name>polder::Finder</name>
    <message>
        <source>Find</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Find anything, or say what needs space</source>
        <translation>Zoek iets, of zeg waarvoor plaats nodig is</translation>
    </message>
    <message>
        <source>A name, tag, serial or action – or 4U 1.2 kW dual 35 kg from 1 May</source>
        <translation>Een naam, nummer of actie – of 4 HE 1,2 kW dubbel 35 kg vanaf 1 mei</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Tab to the parts of a sentence · Esc closes</source>
        <translation>↑ ↓ kiezen · Enter opent · Tab naar de delen van een zin · Esc sluit</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Zoeken …</translation>
    </message>
    <message>
        <source>Without what is marked – %1</source>
        <translation>Zonder wat gemarkeerd is – %1</translation>
    </message>
    <message>
        <source>Find space</source>
        <translation>Plaats zoeken</translation>
    </message>
    <message>
        <source>Find space: %1</source>
        <translation>Plaats zoeken: %1</translation>
    </message>
</context>
<context>
    <name>polder::FindingModel</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>opgelost</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>By the bookings as they are now, on its first day that is still to come</source>
        <translation>Volgens de boekingen van nu, op de eerste dag die nog komt</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>bevinding</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>contested</source>
        <translation>betwist</translation>
    </message>
    <message>
        <source>limit unknown</source>
        <translation>limiet onbekend</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>controle</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>opzijgezet</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>komt nog</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>van kracht</translation>
    </message>
    <message>
        <source>not in force</source>
        <translation>niet van kracht</translation>
    </message>
    <message>
        <source>over</source>
        <translation>voorbij</translation>
    </message>
</context>
<context>
    <name>polder::FindingRows</name>
    <message>
        <source>the facility manager&apos;s word is enough</source>
        <translation>het woord van de facilitair beheerder volstaat</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>both people have given their word</source>
        <translation>beide personen hebben hun woord gegeven</translation>
    </message>
    <message>
        <source>the second word is missing, or it was withdrawn</source>
        <translation>het tweede woord ontbreekt of is ingetrokken</translation>
    </message>
    <message>
        <source>both institutions have given their word</source>
        <translation>beide instellingen hebben hun woord gegeven</translation>
    </message>
    <message>
        <source>the other institution&apos;s word is missing, or it was withdrawn</source>
        <translation>het woord van de andere instelling ontbreekt of is ingetrokken</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1, limit unknown</source>
        <translation>%1, limiet onbekend</translation>
    </message>
    <message>
        <source>%1: more than its limit</source>
        <translation>%1: meer dan zijn limiet</translation>
    </message>
    <message>
        <source>%1: more than its limit when %2 fails</source>
        <translation>%1: meer dan zijn limiet als %2 uitvalt</translation>
    </message>
    <message>
        <source>not found in its rack</source>
        <translation>niet gevonden in zijn rack</translation>
    </message>
    <message>
        <source>found in this rack, booked elsewhere</source>
        <translation>gevonden in dit rack, elders geboekt</translation>
    </message>
    <message>
        <source>unknown tag %1</source>
        <translation>onbekend nummer %1</translation>
    </message>
</context>
<context>
    <name>polder::FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Show the &amp;equipment</source>
        <translation>Toon &amp;apparatuur</translation>
    </message>
    <message>
        <source>Show the &amp;rack</source>
        <translation>Toon &amp;rack</translation>
    </message>
    <message>
        <source>Open the re&amp;quest</source>
        <translation>Open aan&amp;vraag</translation>
    </message>
    <message>
        <source>Show in the po&amp;wer chain</source>
        <translation>Toon &amp;in voedingsketen</translation>
    </message>
    <message>
        <source>Reckoning …</source>
        <translation>Berekenen …</translation>
    </message>
    <message>
        <source>R&amp;ule</source>
        <translation>Rege&amp;l</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Ki&amp;nd</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>&amp;Data centre</source>
        <translation>&amp;Datacenter</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>Sta&amp;tus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Op</translation>
    </message>
    <message>
        <source>Day that is shown</source>
        <translation>Getoonde dag</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No finding, warning or override is on record that you may see.</source>
        <translation>Er is geen bevinding, waarschuwing of opzijgezette regel die u mag zien.</translation>
    </message>
    <message>
        <source>Of %1 on record none is as you have chosen.</source>
        <translation>Van de %1 is er geen zoals u gekozen hebt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all rules</source>
        <translation>alle regels</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>alle soorten</translation>
    </message>
    <message>
        <source>all data centres</source>
        <translation>alle datacenters</translation>
    </message>
    <message>
        <source>open, to come, set aside</source>
        <translation>open, komend, opzijgezet</translation>
    </message>
    <message>
        <source>resolved or over</source>
        <translation>opgelost of voorbij</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Niets gekozen</translation>
    </message>
    <message>
        <source>Choose a row to read more about it.</source>
        <translation>Kies een rij om er meer over te lezen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>&amp;Confirm it</source>
        <translation>Be&amp;vestigen</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>In&amp;trekken</translation>
    </message>
    <message>
        <source>Confirmed.</source>
        <translation>Bevestigd.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Ingetrokken.</translation>
    </message>
</context>
<context>
    <name>polder::FirstRun</name>
    <message>
        <source>&amp;Try it here, with an invented estate</source>
        <translation>Hier &amp;proberen, met een verzonnen datacenter</translation>
    </message>
    <message>
        <source>Begin &amp;here, with an empty record</source>
        <translation>&amp;Hier beginnen, zonder iets vastgelegd</translation>
    </message>
    <message>
        <source>&amp;Connect to our server</source>
        <translation>Met onze server &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Polder</source>
        <translation>Polder</translation>
    </message>
    <message>
        <source>none: as said below</source>
        <translation>geen: zoals hieronder</translation>
    </message>
    <message>
        <source>the server&apos;s certificate and name are checked</source>
        <translation>certificaat en naam van de server worden gecontroleerd</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is checked</source>
        <translation>het certificaat van de server wordt gecontroleerd</translation>
    </message>
    <message>
        <source>encrypted, whoever the server is</source>
        <translation>versleuteld, wie de server ook is</translation>
    </message>
    <message>
        <source>encrypted if the server can</source>
        <translation>versleuteld als de server dat kan</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>H&amp;ost</source>
        <translation>&amp;Computer</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;oort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Gebruiker</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>T&amp;LS</source>
        <translation>T&amp;LS</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Wachtwoord</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Where is the record to be? On this computer it is a private database that no other computer reaches.</source>
        <translation>Waar komt de administratie? Op deze computer is het een eigen database waar geen andere computer bij kan.</translation>
    </message>
    <message>
        <source>if the server asks for one</source>
        <translation>als de server erom vraagt</translation>
    </message>
    <message>
        <source>kept in the keyring of this session</source>
        <translation>bewaard in de sleutelbos van deze sessie</translation>
    </message>
    <message>
        <source>kept in ~/.pgpass, which only I can read</source>
        <translation>bewaard in ~/.pgpass, dat alleen ik kan lezen</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>niet bewaard</translation>
    </message>
    <message>
        <source>It &amp;is</source>
        <translation>Word&amp;t</translation>
    </message>
    <message>
        <source>Where the password is kept</source>
        <translation>Waar het wachtwoord wordt bewaard</translation>
    </message>
</context>
<context>
    <name>polder::FirstSteps</name>
    <message>
        <source>Code of the institution</source>
        <translation>Code van de instelling</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>De naam ervan</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Uw naam</translation>
    </message>
    <message>
        <source>Your short name</source>
        <translation>Uw korte naam</translation>
    </message>
    <message>
        <source>Your mail</source>
        <translation>Uw e-mail</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Code of the data centre</source>
        <translation>Code van het datacenter</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Add the data centre</source>
        <translation>Het datacenter toevoegen</translation>
    </message>
    <message>
        <source>Code of the room</source>
        <translation>Code van de zaal</translation>
    </message>
    <message>
        <source>Width, west to east</source>
        <translation>Breedte, west naar oost</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Depth, north to south</source>
        <translation>Diepte, noord naar zuid</translation>
    </message>
    <message>
        <source>Draw the room</source>
        <translation>De zaal tekenen</translation>
    </message>
    <message>
        <source>Name of the feed on side A</source>
        <translation>Naam van de voeding op zijde A</translation>
    </message>
    <message>
        <source>Name of the feed on side B</source>
        <translation>Naam van de voeding op zijde B</translation>
    </message>
    <message>
        <source>Rating of each</source>
        <translation>Nominaal van elk</translation>
    </message>
    <message>
        <source> kVA</source>
        <translation> kVA</translation>
    </message>
    <message>
        <source>Add both feeds</source>
        <translation>Beide voedingen toevoegen</translation>
    </message>
    <message>
        <source>Letter of the row</source>
        <translation>Letter van de rij</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>Racks</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Steek</translation>
    </message>
    <message>
        <source>From the west</source>
        <translation>Vanaf het westen</translation>
    </message>
    <message>
        <source>From the north</source>
        <translation>Vanaf het noorden</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source> U</source>
        <translation> U</translation>
    </message>
    <message>
        <source>Fed on side A</source>
        <translation>Gevoed op zijde A</translation>
    </message>
    <message>
        <source>Fed on side B</source>
        <translation>Gevoed op zijde B</translation>
    </message>
    <message>
        <source>Add the row</source>
        <translation>De rij toevoegen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Endorse it</source>
        <translation>Ondersteunen</translation>
    </message>
    <message>
        <source>Take it into review</source>
        <translation>In behandeling nemen</translation>
    </message>
    <message>
        <source>Write and submit a request</source>
        <translation>Een aanvraag schrijven en indienen</translation>
    </message>
    <message>
        <source>Find a place and hold it</source>
        <translation>Een plaats zoeken en reserveren</translation>
    </message>
    <message>
        <source>The record is empty. Nine steps lead to the first rack with a booking; everything can be changed later, on the Administration page.</source>
        <translation>Er is nog niets vastgelegd. Negen stappen leiden naar het eerste rack met een boeking; alles kan later gewijzigd worden, op de pagina Beheer.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Eerste stappen</translation>
    </message>
    <message>
        <source>The institution, and yourself</source>
        <translation>De instelling, en uzelf</translation>
    </message>
    <message>
        <source>A data centre</source>
        <translation>Een datacenter</translation>
    </message>
    <message>
        <source>A room, to scale</source>
        <translation>Een zaal, op schaal</translation>
    </message>
    <message>
        <source>Power on two sides</source>
        <translation>Voeding van twee zijden</translation>
    </message>
    <message>
        <source>A row of racks</source>
        <translation>Een rij racks</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Een aanvraag</translation>
    </message>
    <message>
        <source>The sponsor endorses it</source>
        <translation>De opdrachtgever ondersteunt hem</translation>
    </message>
    <message>
        <source>The facility manager reviews it</source>
        <translation>De datacenterbeheerder neemt hem in behandeling</translation>
    </message>
    <message>
        <source>A place is held</source>
        <translation>Een plaats is gereserveerd</translation>
    </message>
    <message>
        <source>%1 %2. %3</source>
        <translation>%1 %2. %3</translation>
    </message>
</context>
<context>
    <name>polder::FloorPlaces</name>
    <message>
        <source>Places on the floor</source>
        <translation>Plaatsen op de vloer</translation>
    </message>
    <message>
        <source>Rooms without a place</source>
        <translation>Zalen zonder plaats</translation>
    </message>
    <message>
        <source>It fits nowhere. The other tab says why, room by room.</source>
        <translation>Het past nergens. Het andere tabblad zegt waarom, zaal voor zaal.</translation>
    </message>
    <message>
        <source>It fits into every room that was looked at.</source>
        <translation>Het past in elke zaal waarin is gekeken.</translation>
    </message>
</context>
<context>
    <name>polder::FloorPlan</name>
    <message>
        <source>Floor plan</source>
        <translation>Plattegrond</translation>
    </message>
    <message>
        <source>Arrow keys go to the next rack, Enter opens it. The same racks are in the tree.</source>
        <translation>Pijltjestoetsen gaan naar het volgende rack, Enter opent het. Dezelfde racks staan in de boom.</translation>
    </message>
</context>
<context>
    <name>polder::Format</name>
    <message>
        <source>from %1</source>
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>up to and including %1</source>
        <translation>tot en met %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>altijd</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>klasse %1</translation>
    </message>
    <message>
        <source>in scope</source>
        <translation>van toepassing</translation>
    </message>
    <message>
        <source>not in scope</source>
        <translation>niet van toepassing</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>%1 by the bookings, %2 in the ledger</source>
        <translation>%1 volgens de boekingen, %2 in het grootboek</translation>
    </message>
    <message>
        <source>no hosting agreement is in force for the whole period</source>
        <translation>geen huisvestingsovereenkomst geldt voor de hele periode</translation>
    </message>
    <message>
        <source>%1 asked, free in a row: %2</source>
        <translation>%1 gevraagd, aaneengesloten vrij: %2</translation>
    </message>
    <message>
        <source>%1 asked, %2 in use, limit %3</source>
        <translation>%1 gevraagd, %2 in gebruik, limiet %3</translation>
    </message>
    <message>
        <source>%1 asked, limit %2</source>
        <translation>%1 gevraagd, limiet %2</translation>
    </message>
    <message>
        <source>%1 in use, limit %2</source>
        <translation>%1 in gebruik, limiet %2</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>limiet %1</translation>
    </message>
    <message>
        <source>when %1 fails</source>
        <translation>als %1 uitvalt</translation>
    </message>
    <message>
        <source>low</source>
        <translation>laag</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>middel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoog</translation>
    </message>
    <message>
        <source>front to rear</source>
        <translation>voor naar achter</translation>
    </message>
    <message>
        <source>rear to front</source>
        <translation>achter naar voor</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>links naar rechts</translation>
    </message>
    <message>
        <source>right to left</source>
        <translation>rechts naar links</translation>
    </message>
    <message>
        <source>side to rear</source>
        <translation>zij naar achter</translation>
    </message>
    <message>
        <source>passive</source>
        <translation>passief</translation>
    </message>
    <message>
        <source>sideways</source>
        <translation>zijwaarts</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>polder::FoundModel</name>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zaal</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knooppunt</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Aanvraag</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Cooling unit</source>
        <translation>Koeleenheid</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
</context>
<context>
    <name>polder::HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>Deed</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijziging</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generatie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no longer %2</source>
        <translation>%1: niet meer %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
</context>
<context>
    <name>polder::HistoryPage</name>
    <message>
        <source>&amp;Only this one</source>
        <translation>&amp;Alleen dit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Meer</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>&amp;Toon het</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lezen …</translation>
    </message>
    <message>
        <source>every change</source>
        <translation>elke wijziging</translation>
    </message>
    <message>
        <source>what the record knew otherwise</source>
        <translation>wat de registratie anders wist</translation>
    </message>
    <message>
        <source>what holds otherwise</source>
        <translation>wat anders geldt</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>alle soorten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Beeld</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>Ki&amp;nd</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Door</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Door wie</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Van</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>T&amp;ot en met</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>iedereen</translation>
    </message>
    <message>
        <source>Nothing of this kind changed in this time, or you may not see it.</source>
        <translation>In deze tijd is niets van deze soort gewijzigd, of u mag het niet zien.</translation>
    </message>
    <message>
        <source>Changes: %1</source>
        <translation>Wijzigingen: %1</translation>
    </message>
    <message>
        <source>The newest %1 changes</source>
        <translation>De nieuwste %1 wijzigingen</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Niets gekozen</translation>
    </message>
    <message>
        <source>Choose a row to read more about it.</source>
        <translation>Kies een rij om er meer over te lezen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijziging</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>Deed</translation>
    </message>
    <message>
        <source>no longer %1</source>
        <translation>niet meer %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>polder::HistoryRows</name>
    <message>
        <source>equipment</source>
        <translation>apparatuur</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>boeking</translation>
    </message>
    <message>
        <source>request</source>
        <translation>aanvraag</translation>
    </message>
    <message>
        <source>item of a request</source>
        <translation>post van een aanvraag</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>bevinding</translation>
    </message>
    <message>
        <source>override</source>
        <translation>ontheffing</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>link</source>
        <translation>koppeling</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>rack</translation>
    </message>
    <message>
        <source>row of racks</source>
        <translation>rij racks</translation>
    </message>
    <message>
        <source>room</source>
        <translation>ruimte</translation>
    </message>
    <message>
        <source>part of a room</source>
        <translation>deel van een ruimte</translation>
    </message>
    <message>
        <source>data centre</source>
        <translation>datacentrum</translation>
    </message>
    <message>
        <source>node</source>
        <translation>knooppunt</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limiet</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>contactdoos</translation>
    </message>
    <message>
        <source>cooling unit</source>
        <translation>koelunit</translation>
    </message>
    <message>
        <source>units out of service</source>
        <translation>units buiten gebruik</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>overeenkomst</translation>
    </message>
    <message>
        <source>line of an agreement</source>
        <translation>regel van een overeenkomst</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persoon</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>benoeming</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>plaatsvervanger</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>instelling</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>instelling van Polder</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>gebruik</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>eigenaar</translation>
    </message>
    <message>
        <source>sponsor</source>
        <translation>sponsor</translation>
    </message>
    <message>
        <source>requester</source>
        <translation>aanvrager</translation>
    </message>
    <message>
        <source>half units below it</source>
        <translation>halve units eronder</translation>
    </message>
    <message>
        <source>period</source>
        <translation>periode</translation>
    </message>
    <message>
        <source>held until</source>
        <translation>vastgehouden tot en met</translation>
    </message>
    <message>
        <source>state</source>
        <translation>toestand</translation>
    </message>
    <message>
        <source>reason of the state</source>
        <translation>reden van de toestand</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>serienummer</translation>
    </message>
    <message>
        <source>asset tag</source>
        <translation>inventarisnummer</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>gewicht</translation>
    </message>
    <message>
        <source>budgeted power</source>
        <translation>begroot vermogen</translation>
    </message>
    <message>
        <source>measured power</source>
        <translation>gemeten vermogen</translation>
    </message>
    <message>
        <source>nameplate power</source>
        <translation>typeplaatvermogen</translation>
    </message>
    <message>
        <source>measured on</source>
        <translation>gemeten op</translation>
    </message>
    <message>
        <source>last seen</source>
        <translation>laatst gezien</translation>
    </message>
    <message>
        <source>face</source>
        <translation>kant</translation>
    </message>
    <message>
        <source>outlets</source>
        <translation>contactdozen</translation>
    </message>
    <message>
        <source>limit under failover</source>
        <translation>limiet bij uitval</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>project</source>
        <translation>project</translation>
    </message>
    <message>
        <source>cost centre</source>
        <translation>kostenplaats</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>opgelost</translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand bij naam</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>persoon %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>there</source>
        <translation>aanwezig</translation>
    </message>
    <message>
        <source>made</source>
        <translation>gemaakt</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>weggehaald</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>comes</source>
        <translation>komt</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>gaat</translation>
    </message>
    <message>
        <source>is otherwise</source>
        <translation>is anders</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>polder::HoldBar</name>
    <message>
        <source>up to and including</source>
        <translation>tot en met</translation>
    </message>
    <message>
        <source>&amp;Hold here</source>
        <translation>&amp;Hier vasthouden</translation>
    </message>
    <message>
        <source>For which request it is held</source>
        <translation>Voor welke aanvraag het wordt vastgehouden</translation>
    </message>
    <message>
        <source>Hold up to and including</source>
        <translation>Vasthouden tot en met</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Laat maar</translation>
    </message>
    <message>
        <source>Drag the outline, or take it up with Ctrl+X and the arrow keys; Enter confirms.</source>
        <translation>Versleep de omtrek, of neem hem op met Ctrl+X en de pijltjes; Enter bevestigt.</translation>
    </message>
    <message>
        <source>Hold %1 here instead</source>
        <translation>Houd %1 in plaats daarvan hier vast</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>cords: %1</source>
        <translation>snoeren: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>for %1.%2 %3 – %4</source>
        <translation>voor %1.%2 %3 – %4</translation>
    </message>
    <message>
        <source>with a request that is still to be written</source>
        <translation>met een aanvraag die nog geschreven moet worden</translation>
    </message>
    <message>
        <source>&amp;Write the request …</source>
        <translation>Aanvraag &amp;schrijven …</translation>
    </message>
    <message>
        <source>There is no request that this could be held for.</source>
        <translation>Er is geen aanvraag waarvoor dit vastgehouden kan worden.</translation>
    </message>
    <message>
        <source>Places can be held while the request is in review.</source>
        <translation>Plaatsen kunnen vastgehouden worden zolang de aanvraag beoordeeld wordt.</translation>
    </message>
    <message>
        <source>Held for %1.</source>
        <translation>Vastgehouden voor %1.</translation>
    </message>
</context>
<context>
    <name>polder::HomePage</name>
    <message>
        <source>What waits for me</source>
        <translation>Wat op mij wacht</translation>
    </message>
    <message>
        <source>How full it is</source>
        <translation>Hoe vol het is</translation>
    </message>
    <message>
        <source>What is going to be full</source>
        <translation>Wat vol raakt</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Er wacht niets op u.</translation>
    </message>
    <message>
        <source>Reckoning …</source>
        <translation>Berekenen …</translation>
    </message>
    <message>
        <source>How full it is today</source>
        <translation>Hoe vol het vandaag is</translation>
    </message>
    <message>
        <source>used</source>
        <translation>gebruikt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gereserveerd</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>geblokkeerd</translation>
    </message>
    <message>
        <source>stranded</source>
        <translation>gestrand</translation>
    </message>
    <message>
        <source>free</source>
        <translation>vrij</translation>
    </message>
    <message>
        <source>What is going to be full within three years</source>
        <translation>Wat binnen drie jaar vol raakt</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>%1 · late: %2</source>
        <translation>%1 · te laat: %2</translation>
    </message>
    <message>
        <source>Nothing, as far as one can see.</source>
        <translation>Niets, voor zover te zien is.</translation>
    </message>
    <message>
        <source>There is no rack yet.</source>
        <translation>Er is nog geen rack.</translation>
    </message>
    <message>
        <source>What others did</source>
        <translation>Wat anderen deden</translation>
    </message>
    <message>
        <source>Nothing happened that concerns you.</source>
        <translation>Er is niets gebeurd dat u aangaat.</translation>
    </message>
    <message>
        <source>What others did that concerns me</source>
        <translation>Wat anderen deden dat mij aangaat</translation>
    </message>
</context>
<context>
    <name>polder::HomeRows</name>
    <message>
        <source>Hold lapses</source>
        <translation>Reservering verloopt</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Beslissen</translation>
    </message>
    <message>
        <source>Endorse</source>
        <translation>Steunen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installeren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Finish and submit</source>
        <translation>Afmaken en indienen</translation>
    </message>
    <message>
        <source>Hosting ends</source>
        <translation>Huisvesting eindigt</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bij %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>as booked</source>
        <translation>volgens boekingen</translation>
    </message>
    <message>
        <source>with requests</source>
        <translation>met aanvragen</translation>
    </message>
    <message>
        <source>by the trend</source>
        <translation>volgens trend</translation>
    </message>
    <message>
        <source>hosting</source>
        <translation>huisvesting</translation>
    </message>
    <message>
        <source>Security review</source>
        <translation>Beveiligingstoets</translation>
    </message>
</context>
<context>
    <name>polder::InstallDialog</name>
    <message>
        <source>&amp;Installed</source>
        <translation>&amp;Geïnstalleerd</translation>
    </message>
    <message>
        <source>&amp;Label …</source>
        <translation>&amp;Label …</translation>
    </message>
    <message>
        <source>Install what %1 asked for</source>
        <translation>Installeren wat %1 vroeg</translation>
    </message>
    <message>
        <source>front</source>
        <translation>voorkant</translation>
    </message>
    <message>
        <source>rear</source>
        <translation>achterkant</translation>
    </message>
    <message>
        <source>front and rear</source>
        <translation>voor en achter</translation>
    </message>
    <message>
        <source>&amp;Piece</source>
        <translation>St&amp;uk</translation>
    </message>
    <message>
        <source>&amp;Serial number</source>
        <translation>&amp;Serienummer</translation>
    </message>
    <message>
        <source>Asset &amp;tag</source>
        <translation>Inven&amp;tarisnummer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>&amp;Rack</source>
        <translation>&amp;Rack</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>U-&amp;positie</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>&amp;Kant</translation>
    </message>
    <message>
        <source>Nothing of it waits to be installed.</source>
        <translation>Er wacht niets van op installatie.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nog geen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Cord %1</source>
        <translation>Snoer %1</translation>
    </message>
    <message>
        <source>&amp;Label of %1 …</source>
        <translation>&amp;Label van %1 …</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Gedaan.</translation>
    </message>
    <message>
        <source>%1: installed, %2 of %3 pieces.</source>
        <translation>%1: %2 van %3 geïnstalleerd.</translation>
    </message>
    <message>
        <source>&amp;Print label …</source>
        <translation>Label afdru&amp;kken …</translation>
    </message>
</context>
<context>
    <name>polder::IntentForm</name>
    <message>
        <source>Done.</source>
        <translation>Gedaan.</translation>
    </message>
    <message>
        <source>Bookings that this would break</source>
        <translation>Boekingen die dit zou breken</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>zonder einde</translation>
    </message>
</context>
<context>
    <name>polder::IntentionBar</name>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Indienen</translation>
    </message>
    <message>
        <source>A&amp;mend …</source>
        <translation>&amp;Wijzigen …</translation>
    </message>
    <message>
        <source>&amp;Endorse …</source>
        <translation>S&amp;teunen …</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>De&amp;cline …</source>
        <translation>Niet &amp;steunen …</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>&amp;Beoordelen</translation>
    </message>
    <message>
        <source>Find a p&amp;lace …</source>
        <translation>Plaats &amp;zoeken …</translation>
    </message>
    <message>
        <source>Rene&amp;w …</source>
        <translation>&amp;Verlengen …</translation>
    </message>
    <message>
        <source>Hold up to and including</source>
        <translation>Gereserveerd t/m</translation>
    </message>
    <message>
        <source>De&amp;livered</source>
        <translation>Gelever&amp;d</translation>
    </message>
    <message>
        <source>&amp;Install …</source>
        <translation>I&amp;nstalleren …</translation>
    </message>
    <message>
        <source>E&amp;xtend …</source>
        <translation>Langer &amp;huisvesten …</translation>
    </message>
    <message>
        <source>Host up to and including</source>
        <translation>Huisvesten tot en met</translation>
    </message>
    <message>
        <source>&amp;Decommission</source>
        <translation>&amp;Uit gebruik nemen</translation>
    </message>
    <message>
        <source>Re&amp;moved …</source>
        <translation>Verwi&amp;jderd …</translation>
    </message>
    <message>
        <source>Wipe or disposal certificate</source>
        <translation>Wis- of afvoerbewijs</translation>
    </message>
    <message>
        <source>Wai&amp;t-list …</source>
        <translation>Op wacht&amp;lijst …</translation>
    </message>
    <message>
        <source>Ret&amp;urn …</source>
        <translation>Te&amp;ruggeven …</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Wat ontbreekt</translation>
    </message>
    <message>
        <source>Re&amp;ject …</source>
        <translation>&amp;Afwijzen …</translation>
    </message>
    <message>
        <source>Withdra&amp;w …</source>
        <translation>Intr&amp;ekken …</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>Piece of equipment</source>
        <translation>Apparaat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Shared instead: name or asset tag</source>
        <translation>In plaats daarvan gedeeld: naam of inventarisnummer</translation>
    </message>
    <message>
        <source>Give &amp;back …</source>
        <translation>Vri&amp;jgeven …</translation>
    </message>
    <message>
        <source>Piece, comment</source>
        <translation>Stuk, opmerking</translation>
    </message>
    <message>
        <source>Securit&amp;y review …</source>
        <translation>Beveilig&amp;ingstoets …</translation>
    </message>
    <message>
        <source>How it ended, and why</source>
        <translation>Hoe het afliep, en waarom</translation>
    </message>
    <message>
        <source>How the security review ended</source>
        <translation>Hoe de beveiligingstoets afliep</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>goedgekeurd</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>nog open</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>polder::Inverse</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n apparaat</numerusform>
            <numerusform>%n apparaten</numerusform>
        </translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>apparatuur</translation>
    </message>
    <message>
        <source>a request</source>
        <translation>een aanvraag</translation>
    </message>
    <message>
        <source>move of %1</source>
        <translation>verplaatsing van %1</translation>
    </message>
    <message>
        <source>hold for %1</source>
        <translation>reservering voor %1</translation>
    </message>
    <message>
        <source>release of %1</source>
        <translation>vrijgave van %1</translation>
    </message>
    <message>
        <source>renewal of the hold for %1</source>
        <translation>verlenging van de reservering voor %1</translation>
    </message>
    <message>
        <source>extension of %1</source>
        <translation>verlenging van %1</translation>
    </message>
    <message>
        <source>plan for %1</source>
        <translation>plan voor %1</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>wijziging van %1</translation>
    </message>
</context>
<context>
    <name>polder::ItemForm</name>
    <message>
        <source> °C</source>
        <translation> °C</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>niet opgegeven</translation>
    </message>
    <message>
        <source>front %1</source>
        <translation>voor %1</translation>
    </message>
    <message>
        <source>rear %1</source>
        <translation>achter %1</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>links %1</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>rechts %1</translation>
    </message>
    <message>
        <source>Its model asks for nothing to be kept free around it.</source>
        <translation>Zijn model vraagt geen vrije ruimte eromheen.</translation>
    </message>
    <message>
        <source>Kept free around it, by its model: %1.</source>
        <translation>Wordt eromheen vrijgehouden, volgens zijn model: %1.</translation>
    </message>
    <message>
        <source>half as wide as a rack</source>
        <translation>half zo breed als een rack</translation>
    </message>
    <message>
        <source>Air that it takes in, at least</source>
        <translation>Lucht die het inneemt, ten minste</translation>
    </message>
    <message>
        <source>Air that it takes in, at most</source>
        <translation>Lucht die het inneemt, ten hoogste</translation>
    </message>
    <message>
        <source>others may use it too</source>
        <translation>anderen mogen het ook gebruiken</translation>
    </message>
    <message>
        <source>Model of the library</source>
        <translation>Model uit de bibliotheek</translation>
    </message>
    <message>
        <source>in your own words</source>
        <translation>in eigen woorden</translation>
    </message>
    <message>
        <source>on the rails of a rack</source>
        <translation>op de rails van een rack</translation>
    </message>
    <message>
        <source>beside the rails (0U)</source>
        <translation>naast de rails (0U)</translation>
    </message>
    <message>
        <source>in a bay of a chassis</source>
        <translation>in een vak van een chassis</translation>
    </message>
    <message>
        <source>on the floor</source>
        <translation>op de vloer</translation>
    </message>
    <message>
        <source> W</source>
        <translation> W</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>Mod&amp;el</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Wat het is</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Staat</translation>
    </message>
    <message>
        <source>Half width</source>
        <translation>Halve breedte</translation>
    </message>
    <message>
        <source>Name plate</source>
        <translation>Typeplaatje</translation>
    </message>
    <message>
        <source>Network ports</source>
        <translation>Netwerkpoorten</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gedeeld</translation>
    </message>
    <message>
        <source>own figures</source>
        <translation>eigen cijfers</translation>
    </message>
    <message>
        <source>Without a model nothing is kept free around it: clearances, its crate and what it needs of a room are those of a model.</source>
        <translation>Zonder model wordt er niets omheen vrijgehouden: vrije ruimte, krat en wat het van een zaal vraagt staan bij een model.</translation>
    </message>
    <message>
        <source>A strip or a small box that takes no unit.</source>
        <translation>Een strip of klein kastje dat geen hoogte-eenheid inneemt.</translation>
    </message>
    <message>
        <source>Its chassis stands in a rack, or is asked for as an item of its own.</source>
        <translation>Zijn chassis staat in een rack, of wordt als eigen regel aangevraagd.</translation>
    </message>
    <message>
        <source>Network ports are written like this: %1</source>
        <translation>Netwerkpoorten schrijft u zo: %1</translation>
    </message>
    <message>
        <source>Air inlet from</source>
        <translation>Luchtinlaat van</translation>
    </message>
    <message>
        <source>Air inlet to</source>
        <translation>Luchtinlaat tot</translation>
    </message>
</context>
<context>
    <name>polder::ItemText</name>
    <message>
        <source>equipment</source>
        <translation>apparatuur</translation>
    </message>
    <message>
        <source>cords: %1 %2</source>
        <translation>snoeren: %1 %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 of %2 held</source>
        <translation>%1 van %2 gereserveerd</translation>
    </message>
</context>
<context>
    <name>polder::ItemsForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Items of the request</source>
        <translation>Onderdelen van de aanvraag</translation>
    </message>
    <message>
        <source>&amp;Add another</source>
        <translation>Nog een &amp;toevoegen</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Size and power of each</source>
        <translation>Maat en vermogen van elk</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>%1U, own figures</source>
        <translation>%1U, eigen cijfers</translation>
    </message>
    <message>
        <source>own figures</source>
        <translation>eigen cijfers</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>polder::LeavingModel</name>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Would end</source>
        <translation>Zou eindigen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Bezwaar</translation>
    </message>
    <message>
        <source>It is %1: give it back on its request.</source>
        <translation>Het is %1: geef het terug bij de aanvraag.</translation>
    </message>
    <message>
        <source>It is planned to move on %1.</source>
        <translation>Het verhuist volgens plan op %1.</translation>
    </message>
    <message>
        <source>It leaves before that.</source>
        <translation>Het vertrekt al eerder.</translation>
    </message>
    <message>
        <source>It comes only on %1.</source>
        <translation>Het komt pas op %1.</translation>
    </message>
    <message>
        <source>Devices that stay in it: %1.</source>
        <translation>Apparaten die erin blijven: %1.</translation>
    </message>
    <message>
        <source>It does not stand anywhere today.</source>
        <translation>Het staat vandaag nergens.</translation>
    </message>
</context>
<context>
    <name>polder::Legend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legenda: %1</translation>
    </message>
</context>
<context>
    <name>polder::LibraryForm</name>
    <message>
        <source>File …</source>
        <translation>Bestand …</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>Map …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Bestand of map</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>where a changed model breaks bookings</source>
        <translation>waar een gewijzigd model boekingen breekt</translation>
    </message>
    <message>
        <source>What cannot be imported</source>
        <translation>Wat niet ingelezen kan worden</translation>
    </message>
    <message>
        <source>Device types</source>
        <translation>Apparaattypen</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation>YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lezen …</translation>
    </message>
    <message>
        <source>files: %1 · new: %2 · changed: %3 · as before: %4 · not possible: %5</source>
        <translation>bestanden: %1 · nieuw: %2 · gewijzigd: %3 · ongewijzigd: %4 · niet mogelijk: %5</translation>
    </message>
    <message>
        <source>Tried, nothing is written yet: %1</source>
        <translation>Geprobeerd, er is nog niets geschreven: %1</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Ingelezen: %1</translation>
    </message>
</context>
<context>
    <name>polder::LimitModel</name>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Full on</source>
        <translation>Vol op</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Now taken</source>
        <translation>Nu bezet</translation>
    </message>
    <message>
        <source>Full as booked</source>
        <translation>Vol volgens boekingen</translation>
    </message>
    <message>
        <source>With every booking that begins or ends</source>
        <translation>Met elke boeking die begint of eindigt</translation>
    </message>
    <message>
        <source>With requests</source>
        <translation>Met aanvragen</translation>
    </message>
    <message>
        <source>And with what open requests ask for</source>
        <translation>En met wat open aanvragen vragen</translation>
    </message>
    <message>
        <source>By the trend</source>
        <translation>Volgens trend</translation>
    </message>
    <message>
        <source>Of the past; the interval has 80 % of what may come</source>
        <translation>Van het verleden; het interval bevat 80 % van wat kan komen</translation>
    </message>
</context>
<context>
    <name>polder::Live</name>
    <message>
        <source>Reading the record</source>
        <translation>Administratie lezen</translation>
    </message>
    <message>
        <source>Reading the record for a report</source>
        <translation>De gegevens voor een rapport lezen</translation>
    </message>
</context>
<context>
    <name>polder::MainWindow</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Voor&amp;uit</translation>
    </message>
    <message>
        <source>Polder</source>
        <translation>Polder</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>&amp;Overzicht</translation>
    </message>
    <message>
        <source>&amp;Sites</source>
        <translation>&amp;Datacenters</translation>
    </message>
    <message>
        <source>&amp;Rack</source>
        <translation>&amp;Rack</translation>
    </message>
    <message>
        <source>&amp;Equipment</source>
        <translation>&amp;Apparatuur</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>Aan&amp;vragen</translation>
    </message>
    <message>
        <source>&amp;Find space</source>
        <translation>&amp;Plaats zoeken</translation>
    </message>
    <message>
        <source>&amp;Write a request</source>
        <translation>Aanvraag &amp;schrijven</translation>
    </message>
    <message>
        <source>&amp;Power</source>
        <translation>Voedin&amp;g</translation>
    </message>
    <message>
        <source>&amp;Polder</source>
        <translation>&amp;Polder</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Ga naar</translation>
    </message>
    <message>
        <source>Find &amp;anything …</source>
        <translation>Alles &amp;zoeken …</translation>
    </message>
    <message>
        <source>Loo&amp;k as</source>
        <translation>&amp;Kijk als</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>State of the record</source>
        <translation>Stand van de administratie</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbinden met %1 …</translation>
    </message>
    <message>
        <source>● Connected: %1</source>
        <translation>● Verbonden: %1</translation>
    </message>
    <message>
        <source>○ Not connected since %1: %2 What you see is the last known state.</source>
        <translation>○ Niet verbonden sinds %1: %2 U ziet de laatst bekende stand.</translation>
    </message>
    <message>
        <source>%1 · generation %2</source>
        <translation>%1 · generatie %2</translation>
    </message>
    <message>
        <source>Fi&amp;ndings</source>
        <translation>&amp;Bevindingen</translation>
    </message>
    <message>
        <source>&amp;Calendar</source>
        <translation>Ka&amp;lender</translation>
    </message>
    <message>
        <source>P&amp;lanner</source>
        <translation>P&amp;lanner</translation>
    </message>
    <message>
        <source>C&amp;ooling</source>
        <translation>K&amp;oeling</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>Geschi&amp;edenis</translation>
    </message>
    <message>
        <source>Repor&amp;ts</source>
        <translation>Rapporte&amp;n</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Controle</translation>
    </message>
    <message>
        <source>Ad&amp;ministration</source>
        <translation>Be&amp;heer</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>&amp;Nieuw venster</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Ongedaan maken: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Ongedaan gemaakt: %1</translation>
    </message>
    <message>
        <source>Not undone: %1.</source>
        <translation>Niet ongedaan gemaakt: %1.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Compacte rijen</translation>
    </message>
    <message>
        <source>&amp;Undo: nothing takes back “%1”</source>
        <translation>Ongedaan maken: “%1” &amp;kan niet terug</translation>
    </message>
    <message>
        <source>● New: %1</source>
        <translation>● Nieuw: %1</translation>
    </message>
    <message>
        <source>What others did that concerns you, on Home</source>
        <translation>Wat anderen deden dat u aangaat, op Overzicht</translation>
    </message>
    <message>
        <source>New: %1, what others did that concerns you</source>
        <translation>Nieuw: %1, wat anderen deden dat u aangaat</translation>
    </message>
</context>
<context>
    <name>polder::MoveDialog</name>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Nu</translation>
    </message>
    <message>
        <source>&amp;Planned for</source>
        <translation>&amp;Gepland voor</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verplaatsen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>First day at the new place</source>
        <translation>Eerste dag op de nieuwe plaats</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: van %2 naar %3</translation>
    </message>
    <message>
        <source>The facility manager was asked; nothing has moved yet.</source>
        <translation>De beheerder van het datacenter is gevraagd; er is nog niets verplaatst.</translation>
    </message>
</context>
<context>
    <name>polder::NewPlaceModel</name>
    <message>
        <source>Change</source>
        <translation>Wijziging</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
</context>
<context>
    <name>polder::NoticeModel</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>nieuw: %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
</context>
<context>
    <name>polder::Notices</name>
    <message>
        <source>amended</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>een opmerking</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>a deputy is named</source>
        <translation>er is een vervanger aangewezen</translation>
    </message>
    <message>
        <source>an extension is asked for</source>
        <translation>er is om verlenging gevraagd</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>verlengd</translation>
    </message>
    <message>
        <source>handed over to you</source>
        <translation>aan u overgedragen</translation>
    </message>
    <message>
        <source>a move is asked for</source>
        <translation>er is om verplaatsing gevraagd</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verplaatst</translation>
    </message>
    <message>
        <source>an override is confirmed</source>
        <translation>een ontheffing is bevestigd</translation>
    </message>
    <message>
        <source>an override waits for your word</source>
        <translation>een ontheffing wacht op uw woord</translation>
    </message>
    <message>
        <source>an override is withdrawn</source>
        <translation>een ontheffing is ingetrokken</translation>
    </message>
    <message>
        <source>its owner has left</source>
        <translation>de eigenaar is vertrokken</translation>
    </message>
    <message>
        <source>the report of the quarter</source>
        <translation>het kwartaalrapport</translation>
    </message>
    <message>
        <source>a quota is nearly used</source>
        <translation>een quotum is bijna op</translation>
    </message>
    <message>
        <source>a removal is asked for</source>
        <translation>er is om verwijdering gevraagd</translation>
    </message>
    <message>
        <source>the hold is renewed</source>
        <translation>de reservering is verlengd</translation>
    </message>
    <message>
        <source>a replacement is asked for</source>
        <translation>er is om vervanging gevraagd</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>the security review is open</source>
        <translation>de beveiligingstoets staat open</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>onderhoud</translation>
    </message>
    <message>
        <source>leaves, or has left</source>
        <translation>vertrekt, of is vertrokken</translation>
    </message>
    <message>
        <source>On %1.</source>
        <translation>Op %1.</translation>
    </message>
    <message>
        <source>From %1 up to and including %2.</source>
        <translation>Van %1 tot en met %2.</translation>
    </message>
    <message>
        <source>Without power: %1.</source>
        <translation>Zonder stroom: %1.</translation>
    </message>
    <message>
        <source>With less redundancy: %1.</source>
        <translation>Met minder redundantie: %1.</translation>
    </message>
</context>
<context>
    <name>polder::NotifyDialog</name>
    <message>
        <source>sponsor</source>
        <translation>sponsor</translation>
    </message>
    <message>
        <source>technical contact</source>
        <translation>technisch contact</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coördinator</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Wie het te horen krijgt</translation>
    </message>
    <message>
        <source>Asking the record who they are …</source>
        <translation>Er wordt gevraagd wie het zijn …</translation>
    </message>
    <message>
        <source>&amp;Notify</source>
        <translation>&amp;Melden</translation>
    </message>
    <message>
        <source>Notify the owners</source>
        <translation>Aan de eigenaren melden</translation>
    </message>
    <message>
        <source>What they are told</source>
        <translation>Wat ze te horen krijgen</translation>
    </message>
    <message>
        <source>%1 is taken out of service.</source>
        <translation>%1 gaat buiten bedrijf.</translation>
    </message>
    <message>
        <source>What they are &amp;told, beside the days and their devices</source>
        <translation>Wat ze te &amp;horen krijgen, naast de dagen en hun apparaten</translation>
    </message>
    <message>
        <source>People who are told: %1. Each reads of the own devices only.</source>
        <translation>Mensen die het te horen krijgen: %1. Ieder leest alleen over de eigen apparaten.</translation>
    </message>
    <message>
        <source>Devices of which nobody is known: %1.</source>
        <translation>Apparaten waarvan niemand bekend is: %1.</translation>
    </message>
    <message>
        <source>%1 reads: %2</source>
        <translation>%1 leest: %2</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>Deze persoon</translation>
    </message>
    <message>
        <source>People told: %1.</source>
        <translation>Mensen die bericht kregen: %1.</translation>
    </message>
</context>
<context>
    <name>polder::NumberModel</name>
    <message>
        <source>%1; 1,000 is the best</source>
        <translation>%1; 1.000 is het beste</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>All the others together, weighted</source>
        <translation>Alle andere samen, gewogen</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>What is left at the tightest limit</source>
        <translation>Wat over is bij de krapste limiet</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>The phases stay even</source>
        <translation>De fasen blijven in evenwicht</translation>
    </message>
    <message>
        <source>Kin</source>
        <translation>Verwant</translation>
    </message>
    <message>
        <source>Near equipment of the same project or owner</source>
        <translation>Bij apparatuur van hetzelfde project of dezelfde eigenaar</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>In the data centre that is preferred</source>
        <translation>In het datacenter van voorkeur</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Contactdozen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
</context>
<context>
    <name>polder::NumberPlaces</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The chassis itself is only held, for another request.</source>
        <translation>Het chassis zelf is alleen gereserveerd, voor een andere aanvraag.</translation>
    </message>
    <message>
        <source>Places beside the rails and in chassis</source>
        <translation>Plaatsen naast de rails en in chassis</translation>
    </message>
    <message>
        <source>Racks and chassis without a place</source>
        <translation>Racks en chassis zonder plaats</translation>
    </message>
    <message>
        <source>It fits nowhere. The other tab says why, one by one.</source>
        <translation>Het past nergens. Het andere tabblad zegt waarom, een voor een.</translation>
    </message>
    <message>
        <source>It fits wherever it was looked for.</source>
        <translation>Het past overal waar is gezocht.</translation>
    </message>
</context>
<context>
    <name>polder::Options</name>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 heeft een waarde nodig.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not known.</source>
        <translation>&apos;%1&apos; is niet bekend.</translation>
    </message>
    <message>
        <source>Either --db or --embedded, not both.</source>
        <translation>Of --db of --embedded, niet allebei.</translation>
    </message>
    <message>
        <source>--language: &apos;%1&apos; is not known; there are %2.</source>
        <translation>--language: &apos;%1&apos; is niet bekend; er zijn %2.</translation>
    </message>
    <message>
        <source>--as is for the demo; on a server each person logs in as themselves.</source>
        <translation>--as is voor de demo; op een server logt iedereen als zichzelf in.</translation>
    </message>
    <message>
        <source>polder [--db CONNINFO | --embedded[=DIR]] [--as PERSON] [--language nl|en] [--screenshots DIR] [FILE.polder-request]</source>
        <translation>polder [--db CONNINFO | --embedded[=MAP]] [--as PERSOON] [--language nl|en] [--screenshots MAP] [BESTAND.polder-request]</translation>
    </message>
</context>
<context>
    <name>polder::OutagePanel</name>
    <message>
        <source>F&amp;rom</source>
        <translation>Va&amp;n</translation>
    </message>
    <message>
        <source>First day out of service</source>
        <translation>Eerste dag buiten bedrijf</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;tot en met</translation>
    </message>
    <message>
        <source>Last day out of service</source>
        <translation>Laatste dag buiten bedrijf</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>Gevolgen</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>E&amp;xporteren …</translation>
    </message>
    <message>
        <source>&amp;Notify the owners …</source>
        <translation>Aan de ei&amp;genaren melden …</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles is in orde.</translation>
    </message>
    <message>
        <source>Export the consequences</source>
        <translation>De gevolgen exporteren</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>onderhoud</translation>
    </message>
    <message>
        <source>Report as PDF (*.pdf)</source>
        <translation>Rapport als PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Werkmap (*.xlsx)</translation>
    </message>
    <message>
        <source>Table of what it touches (*.csv)</source>
        <translation>Tabel van wat het raakt (*.csv)</translation>
    </message>
    <message>
        <source>Calendar event (*.ics)</source>
        <translation>Agenda-afspraak (*.ics)</translation>
    </message>
    <message>
        <source>The list is being written …</source>
        <translation>De lijst wordt geschreven …</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Gestopt; er is niets geschreven.</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Niet geschreven: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschreven: %1</translation>
    </message>
    <message>
        <source>Mail to each who has to be told (*.eml)</source>
        <translation>Mail aan ieder die het moet weten (*.eml)</translation>
    </message>
</context>
<context>
    <name>polder::OutlookModel</name>
    <message>
        <source>Free, but not usable for want of something else</source>
        <translation>Vrij, maar onbruikbaar omdat iets anders ontbreekt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Free as it is</source>
        <translation>Vrij zoals het is</translation>
    </message>
    <message>
        <source>… after the first</source>
        <translation>… na het eerste</translation>
    </message>
    <message>
        <source>… after the second</source>
        <translation>… na het tweede</translation>
    </message>
    <message>
        <source>Second less first</source>
        <translation>Tweede min eerste</translation>
    </message>
    <message>
        <source>Stranded as it is</source>
        <translation>Gestrand zoals het is</translation>
    </message>
    <message>
        <source>… by the first</source>
        <translation>… door het eerste</translation>
    </message>
    <message>
        <source>… by the second</source>
        <translation>… door het tweede</translation>
    </message>
</context>
<context>
    <name>polder::PaperModel</name>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>link</source>
        <translation>verwijzing</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
</context>
<context>
    <name>polder::PapersPanel</name>
    <message>
        <source>Documents, notes and links</source>
        <translation>Documenten, notities en verwijzingen</translation>
    </message>
    <message>
        <source>Add a &amp;document …</source>
        <translation>&amp;Document toevoegen …</translation>
    </message>
    <message>
        <source>Nothing yet. Drop a file here to add it.</source>
        <translation>Nog niets. Sleep hier een bestand heen om het toe te voegen.</translation>
    </message>
    <message>
        <source>A note, then Enter</source>
        <translation>Een notitie, dan Enter</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Een notitie</translation>
    </message>
    <message>
        <source>https://… of another system, then Enter</source>
        <translation>https://… van een ander systeem, dan Enter</translation>
    </message>
    <message>
        <source>A link</source>
        <translation>Een verwijzing</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kan niet worden gelezen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2.</source>
        <translation>%1 is groter dan %2.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 is toegevoegd.</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Documenten toevoegen</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Genoteerd.</translation>
    </message>
    <message>
        <source>Linked.</source>
        <translation>Verwijzing toegevoegd.</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Document opslaan</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>%1 wordt geopend.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 is opgeslagen.</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>Weggehaald.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Openen</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>Op&amp;slaan als …</translation>
    </message>
    <message>
        <source>Take a&amp;way</source>
        <translation>&amp;Weghalen</translation>
    </message>
    <message>
        <source>Comments, documents and links</source>
        <translation>Opmerkingen, documenten en koppelingen</translation>
    </message>
    <message>
        <source>A comment, then Enter</source>
        <translation>Een opmerking, dan Enter</translation>
    </message>
    <message>
        <source>A comment</source>
        <translation>Een opmerking</translation>
    </message>
    <message>
        <source>Said.</source>
        <translation>Gezegd.</translation>
    </message>
</context>
<context>
    <name>polder::PartiesForm</name>
    <message>
        <source>What it is for</source>
        <translation>Waarvoor het is</translation>
    </message>
    <message>
        <source>Pro&amp;ject</source>
        <translation>Pro&amp;ject</translation>
    </message>
    <message>
        <source>Depar&amp;tment</source>
        <translation>A&amp;fdeling</translation>
    </message>
    <message>
        <source>Sp&amp;onsor</source>
        <translation>Sp&amp;onsor</translation>
    </message>
    <message>
        <source>Cost cent&amp;re</source>
        <translation>Kostenp&amp;laats</translation>
    </message>
    <message>
        <source>Data c&amp;lass</source>
        <translation>Data&amp;classificatie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>polder::Passwords</name>
    <message>
        <source>This session has no keyring.</source>
        <translation>Deze sessie heeft geen sleutelbos.</translation>
    </message>
    <message>
        <source>The keyring was not unlocked.</source>
        <translation>De sleutelbos is niet ontgrendeld.</translation>
    </message>
    <message>
        <source>No keyring answers in this session (%1).</source>
        <translation>In deze sessie antwoordt geen sleutelbos (%1).</translation>
    </message>
</context>
<context>
    <name>polder::PeriodForm</name>
    <message>
        <source>no wish</source>
        <translation>geen wens</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>rack</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>room</source>
        <translation>zaal</translation>
    </message>
    <message>
        <source>data centre</source>
        <translation>datacenter</translation>
    </message>
    <message>
        <source>no &amp;end</source>
        <translation>&amp;zonder einde</translation>
    </message>
    <message>
        <source>one side may fail</source>
        <translation>één zijde mag uitvallen</translation>
    </message>
    <message>
        <source>First da&amp;y</source>
        <translation>Ee&amp;rste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Preferred site</source>
        <translation>Voorkeur</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <translation>Redundantie</translation>
    </message>
    <message>
        <source>All in one</source>
        <translation>Alles in één</translation>
    </message>
    <message>
        <source>No two in one</source>
        <translation>Geen twee in één</translation>
    </message>
    <message>
        <source>no preference</source>
        <translation>geen voorkeur</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>polder::Pictures</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>De map %1 kan niet worden gemaakt.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kan niet worden geschreven.</translation>
    </message>
</context>
<context>
    <name>polder::PlaceBar</name>
    <message>
        <source>Place on this plan</source>
        <translation>Op deze plattegrond plaatsen</translation>
    </message>
    <message>
        <source>Hold here</source>
        <translation>Hier reserveren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>%1.%2 %3</source>
        <translation>%1.%2 %3</translation>
    </message>
    <message>
        <source>Held for %1.</source>
        <translation>Gereserveerd voor %1.</translation>
    </message>
    <message>
        <source>Instrument to place or to move</source>
        <translation>Instrument om te plaatsen of te verplaatsen</translation>
    </message>
    <message>
        <source>Drag it, or arrow keys (Shift: 10 mm, Ctrl: 1 m), R turns it, Enter leaves it there, Escape gives up</source>
        <translation>Sleep het, of pijltoetsen (Shift: 10 mm, Ctrl: 1 m), R draait het, Enter laat het daar, Escape stopt</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verplaatsen</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierheen verplaatsen</translation>
    </message>
    <message>
        <source>%1 moved.</source>
        <translation>%1 verplaatst.</translation>
    </message>
    <message>
        <source>up to and including</source>
        <translation>tot en met</translation>
    </message>
    <message>
        <source>Hold up to and including</source>
        <translation>Gereserveerd t/m</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Piece %1 of %2 here</source>
        <translation>Stuk %1 van %2 hier</translation>
    </message>
    <message>
        <source>Hold all %1 pieces</source>
        <translation>Alle %1 stukken reserveren</translation>
    </message>
</context>
<context>
    <name>polder::PlaceText</name>
    <message>
        <source>on the floor</source>
        <translation>op de vloer</translation>
    </message>
    <message>
        <source>%1, on the floor at %2 m, %3 m</source>
        <translation>%1, op de vloer op %2 m, %3 m</translation>
    </message>
    <message>
        <source>in a chassis</source>
        <translation>in een chassis</translation>
    </message>
    <message>
        <source>bay %1 of %2</source>
        <translation>vak %1 van %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 U%2</source>
        <translation>%1 U%2</translation>
    </message>
    <message>
        <source>%1, 0U place %2</source>
        <translation>%1, 0U-plaats %2</translation>
    </message>
</context>
<context>
    <name>polder::PlacedCells</name>
    <message>
        <source>There is no row for: %1.</source>
        <translation>Er is geen rij voor: %1.</translation>
    </message>
    <message>
        <source>Cells on columns that cannot be typed over: %1 (%2).</source>
        <translation>Cellen op kolommen die niet te overschrijven zijn: %1 (%2).</translation>
    </message>
    <message>
        <source>Lines below the last row: %1.</source>
        <translation>Regels onder de laatste rij: %1.</translation>
    </message>
</context>
<context>
    <name>polder::PlanLayer</name>
    <message>
        <source>U</source>
        <translation>U</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>! %1</source>
        <translation>! %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>What runs out first</source>
        <translation>Wat het eerst op is</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Power on side A</source>
        <translation>Vermogen op kant A</translation>
    </message>
    <message>
        <source>Power on side B</source>
        <translation>Vermogen op kant B</translation>
    </message>
    <message>
        <source>Power when a side fails</source>
        <translation>Vermogen als een kant uitvalt</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Warmte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Airflow</source>
        <translation>Luchtstroom</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Huurder</translation>
    </message>
    <message>
        <source>End date</source>
        <translation>Einddatum</translation>
    </message>
    <message>
        <source>✓ takes in cold air</source>
        <translation>✓ zuigt koude lucht aan</translation>
    </message>
    <message>
        <source>✕ takes in warm air</source>
        <translation>✕ zuigt warme lucht aan</translation>
    </message>
    <message>
        <source>? the plan shows no aisle</source>
        <translation>? de plattegrond toont geen gang</translation>
    </message>
    <message>
        <source>your own institution</source>
        <translation>uw eigen instelling</translation>
    </message>
    <message>
        <source>another one, by its code</source>
        <translation>een andere, met haar code</translation>
    </message>
    <message>
        <source>2 × several</source>
        <translation>2 × meerdere</translation>
    </message>
    <message>
        <source>– not yours to see</source>
        <translation>– niet voor u zichtbaar</translation>
    </message>
    <message>
        <source>✕ something ends within 3 months</source>
        <translation>✕ iets eindigt binnen 3 maanden</translation>
    </message>
    <message>
        <source>! within a year</source>
        <translation>! binnen een jaar</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>below 70 % taken</source>
        <translation>onder 70 % bezet</translation>
    </message>
    <message>
        <source>! 70 – 90 %</source>
        <translation>! 70 – 90 %</translation>
    </message>
    <message>
        <source>✕ above 90 %</source>
        <translation>✕ boven 90 %</translation>
    </message>
    <message>
        <source>? limit unknown</source>
        <translation>? grens onbekend</translation>
    </message>
    <message>
        <source>%1 taken</source>
        <translation>%1 bezet</translation>
    </message>
    <message>
        <source>limit unknown</source>
        <translation>grens onbekend</translation>
    </message>
    <message>
        <source>others</source>
        <translation>anderen</translation>
    </message>
    <message>
        <source>!</source>
        <translation>!</translation>
    </message>
</context>
<context>
    <name>polder::PlannerPage</name>
    <message>
        <source>Add to the firs&amp;t</source>
        <translation>&amp;Bij het eerste</translation>
    </message>
    <message>
        <source>Add to the secon&amp;d</source>
        <translation>Bi&amp;j het tweede</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Eerste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Tweede</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Reckon again</source>
        <translation>Opnieuw rekenen</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Wat er overblijft</translation>
    </message>
    <message>
        <source>How far the reckoning is</source>
        <translation>Hoe ver de berekening is</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>Planner</translation>
    </message>
    <message>
        <source>Add what you want to try to one of the two scenarios, or open a file. The record stays as it is until you promote one.</source>
        <translation>Voeg wat u wilt proberen toe aan een van de twee scenario&apos;s, of open een bestand. De registratie blijft zoals zij is tot u er een overneemt.</translation>
    </message>
    <message>
        <source>What is left on %1</source>
        <translation>Wat er op %1 overblijft</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Voor het einde gestopt.</translation>
    </message>
</context>
<context>
    <name>polder::PlannerRows</name>
    <message>
        <source>%1, item %2</source>
        <translation>%1, post %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>boeking %1</translation>
    </message>
    <message>
        <source>placed: %1</source>
        <translation>geplaatst: %1</translation>
    </message>
    <message>
        <source>without a place: %1</source>
        <translation>zonder plaats: %1</translation>
    </message>
    <message>
        <source>racks added: %1</source>
        <translation>racks erbij: %1</translation>
    </message>
    <message>
        <source>bookings that end: %1</source>
        <translation>boekingen die eindigen: %1</translation>
    </message>
    <message>
        <source>stops: %1, loses a path: %2</source>
        <translation>valt uit: %1, verliest een pad: %2</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>in strijd met %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>Place equipment</source>
        <translation>Apparatuur plaatsen</translation>
    </message>
    <message>
        <source>Move equipment</source>
        <translation>Apparatuur verplaatsen</translation>
    </message>
    <message>
        <source>Retire equipment</source>
        <translation>Apparatuur afvoeren</translation>
    </message>
    <message>
        <source>Add racks</source>
        <translation>Racks toevoegen</translation>
    </message>
    <message>
        <source>Add a feed</source>
        <translation>Voeding toevoegen</translation>
    </message>
    <message>
        <source>Let something fail</source>
        <translation>Iets laten uitvallen</translation>
    </message>
    <message>
        <source>Refuse a request</source>
        <translation>Aanvraag afwijzen</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Plaats %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>Verplaats %1 naar %2</translation>
    </message>
    <message>
        <source>%1, U%2</source>
        <translation>%1, U%2</translation>
    </message>
    <message>
        <source>Retire %1</source>
        <translation>Voer %1 af</translation>
    </message>
    <message>
        <source>Add %1 × a rack like %2</source>
        <translation>Voeg %1 × een rack zoals %2 toe</translation>
    </message>
    <message>
        <source>Add %1, like %2</source>
        <translation>Voeg %1 toe, zoals %2</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 valt uit</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>Wijs %1 af</translation>
    </message>
    <message>
        <source>First limit, at change %1: %2</source>
        <translation>Eerste limiet, bij wijziging %1: %2</translation>
    </message>
    <message>
        <source>Something finds no place, and no rack is there to say why.</source>
        <translation>Iets vindt geen plaats, en er is geen rack dat zegt waarom.</translation>
    </message>
    <message>
        <source>No limit is crossed.</source>
        <translation>Geen limiet wordt overschreden.</translation>
    </message>
    <message>
        <source>All data centres</source>
        <translation>Alle datacentra</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>hetzelfde</translation>
    </message>
    <message>
        <source>Nobody has asked for this: a booking needs a request.</source>
        <translation>Hier heeft niemand om gevraagd: een boeking heeft een aanvraag nodig.</translation>
    </message>
    <message>
        <source>%1 is not there: nothing can be booked in it.</source>
        <translation>%1 is er niet: er kan niets in worden geboekt.</translation>
    </message>
    <message>
        <source>It moves what the scenario itself has placed: place it where it goes.</source>
        <translation>Dit verplaatst wat het scenario zelf heeft geplaatst: plaats het waar het heen gaat.</translation>
    </message>
    <message>
        <source>Decommission or release it by itself, then promote the rest.</source>
        <translation>Stel het apart buiten gebruik of geef het vrij, en neem dan de rest over.</translation>
    </message>
    <message>
        <source>Racks and feeds are not booked: they have to be there first.</source>
        <translation>Racks en voedingen worden niet geboekt: die moeten er eerst zijn.</translation>
    </message>
</context>
<context>
    <name>polder::PowerModel</name>
    <message>
        <source>Node</source>
        <translation>Knooppunt</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Belasting</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limiet</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>Left at worst</source>
        <translation>Minste over</translation>
    </message>
    <message>
        <source>Of its failover limit, when what hits it hardest fails</source>
        <translation>Van de limiet bij uitval, als uitvalt wat het zwaarst aankomt</translation>
    </message>
    <message>
        <source>When fails</source>
        <translation>Als uitvalt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Zijde</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>Racks</translation>
    </message>
</context>
<context>
    <name>polder::PowerPage</name>
    <message>
        <source>&amp;Let it fail</source>
        <translation>&amp;Laat uitvallen</translation>
    </message>
    <message>
        <source>&amp;All well again</source>
        <translation>&amp;Alles weer in orde</translation>
    </message>
    <message>
        <source>Nodes of the power chain</source>
        <translation>Knooppunten van de voedingsketen</translation>
    </message>
    <message>
        <source>&amp;Data centre</source>
        <translation>&amp;Datacenter</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Voeding</translation>
    </message>
    <message>
        <source>Choose a node and let it fail: what stops, what loses a path, what gets too much.</source>
        <translation>Kies een knooppunt en laat het uitvallen: wat stopt, wat een pad verliest, wat te veel krijgt.</translation>
    </message>
    <message>
        <source>below 70 % of its limit</source>
        <translation>onder 70 % van de limiet</translation>
    </message>
    <message>
        <source>70 – 90 %</source>
        <translation>70 – 90 %</translation>
    </message>
    <message>
        <source>above 90 %</source>
        <translation>boven 90 %</translation>
    </message>
    <message>
        <source>limit unknown</source>
        <translation>limiet onbekend</translation>
    </message>
    <message>
        <source>off, or gets too much</source>
        <translation>uit, of krijgt te veel</translation>
    </message>
    <message>
        <source>One-line diagram</source>
        <translation>Eénlijnsschema</translation>
    </message>
    <message>
        <source>Doc&amp;uments …</source>
        <translation>Docu&amp;menten …</translation>
    </message>
</context>
<context>
    <name>polder::PowerRows</name>
    <message>
        <source>supply</source>
        <translation>netaansluiting</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>aggregaat</translation>
    </message>
    <message>
        <source>transfer switch</source>
        <translation>omschakelaar</translation>
    </message>
    <message>
        <source>UPS</source>
        <translation>UPS</translation>
    </message>
    <message>
        <source>switchboard</source>
        <translation>verdeler</translation>
    </message>
    <message>
        <source>PDU</source>
        <translation>PDU</translation>
    </message>
    <message>
        <source>busway</source>
        <translation>railkoker</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>voeding</translation>
    </message>
    <message>
        <source>breaker bank</source>
        <translation>automatengroep</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>te veel</translation>
    </message>
    <message>
        <source>rack PDU</source>
        <translation>rack-PDU</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1, limit not known</source>
        <translation>%1, limiet niet bekend</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Racks: %1</source>
        <translation>Racks: %1</translation>
    </message>
    <message>
        <source>When %1 fails: %2 left</source>
        <translation>Als %1 uitvalt: %2 over</translation>
    </message>
</context>
<context>
    <name>polder::ProposalModel</name>
    <message>
        <source>%1; 1,000 is the best</source>
        <translation>%1; 1.000 is het beste</translation>
    </message>
    <message>
        <source>rear</source>
        <translation>achterkant</translation>
    </message>
    <message>
        <source>left half</source>
        <translation>linkerhelft</translation>
    </message>
    <message>
        <source>right half</source>
        <translation>rechterhelft</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>U</source>
        <translation>U</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Zijde</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>All the others together, weighted</source>
        <translation>Alle andere samen, gewogen</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaten</translation>
    </message>
    <message>
        <source>Keeps free space together</source>
        <translation>Houdt vrije ruimte bijeen</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>What is heavy stands low</source>
        <translation>Wat zwaar is, staat laag</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>The phases stay even</source>
        <translation>De fasen blijven in evenwicht</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>What is left at the tightest limit</source>
        <translation>Wat over is bij de krapste limiet</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balans</translation>
    </message>
    <message>
        <source>What the rack has left runs out together</source>
        <translation>Wat het rack nog heeft, raakt tegelijk op</translation>
    </message>
    <message>
        <source>Kin</source>
        <translation>Verwant</translation>
    </message>
    <message>
        <source>Near equipment of the same system, project or owner</source>
        <translation>Bij apparatuur van hetzelfde systeem, project of dezelfde eigenaar</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>In the data centre that is preferred</source>
        <translation>In het datacenter van voorkeur</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Gang</translation>
    </message>
    <message>
        <source>Its intake faces a cold aisle</source>
        <translation>De luchtinlaat ligt aan een koude gang</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Contactdozen</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zaal</translation>
    </message>
    <message>
        <source>From the west</source>
        <translation>Vanaf west</translation>
    </message>
    <message>
        <source>From the north</source>
        <translation>Vanaf noord</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Gedraaid</translation>
    </message>
    <message>
        <source>Where its front looks, from the north</source>
        <translation>Waarheen de voorkant kijkt, vanaf het noorden</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Randen</translation>
    </message>
    <message>
        <source>Stands against what is there, and keeps free floor together</source>
        <translation>Staat tegen wat er al is en houdt vrije vloer bijeen</translation>
    </message>
</context>
<context>
    <name>polder::QuotaText</name>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1: more than was agreed (G4)</source>
        <translation>%1: meer dan is afgesproken (G4)</translation>
    </message>
    <message>
        <source>no hosting agreement is in force for the whole period (G4)</source>
        <translation>er geldt geen hostingovereenkomst voor de hele periode (G4)</translation>
    </message>
    <message>
        <source>agreed without a quota</source>
        <translation>afgesproken zonder quotum</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>polder::RackContentsModel</name>
    <message>
        <source>beside the rails</source>
        <translation>naast de rails</translation>
    </message>
    <message>
        <source>full depth</source>
        <translation>volle diepte</translation>
    </message>
    <message>
        <source>front</source>
        <translation>voorkant</translation>
    </message>
    <message>
        <source>rear</source>
        <translation>achterkant</translation>
    </message>
    <message>
        <source>, left half</source>
        <translation>, linkerhelft</translation>
    </message>
    <message>
        <source>, right half</source>
        <translation>, rechterhelft</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Zijde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>slot %1</source>
        <translation>positie %1</translation>
    </message>
    <message>
        <source>bay %1</source>
        <translation>bay %1</translation>
    </message>
</context>
<context>
    <name>polder::RackLoadModel</name>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1, L%2</source>
        <translation>%1, L%2</translation>
    </message>
    <message>
        <source>%1 · %2, L%3</source>
        <translation>%1 · %2, L%3</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Warmte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Limit of</source>
        <translation>Grens van</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>%1 under the worst single failure</source>
        <translation>%1 bij de ergste enkele storing</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Belasting</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>If a side fails</source>
        <translation>Als een kant uitvalt</translation>
    </message>
</context>
<context>
    <name>polder::RackModel</name>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Usable depth</source>
        <translation>Bruikbare diepte</translation>
    </message>
    <message>
        <source>Airflow</source>
        <translation>Luchtstroom</translation>
    </message>
    <message>
        <source>Free units</source>
        <translation>Vrije U</translation>
    </message>
    <message>
        <source>Free power</source>
        <translation>Vrij vermogen</translation>
    </message>
    <message>
        <source>Free weight</source>
        <translation>Vrij gewicht</translation>
    </message>
</context>
<context>
    <name>polder::RackOverrides</name>
    <message>
        <source>%1 is set aside until %2: %3</source>
        <translation>%1 is tot en met %2 terzijde gesteld: %3</translation>
    </message>
</context>
<context>
    <name>polder::RackPage</name>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 van %2 vrij</translation>
    </message>
    <message>
        <source>limit unknown</source>
        <translation>limiet onbekend</translation>
    </message>
    <message>
        <source>Equipment in this rack</source>
        <translation>Apparatuur in dit rack</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Choose a rack on the Sites page.</source>
        <translation>Kies een rack op de pagina Datacenters.</translation>
    </message>
    <message>
        <source>Show on the pla&amp;n</source>
        <translation>To&amp;on op plattegrond</translation>
    </message>
    <message>
        <source>Show on the floor plan</source>
        <translation>Toon op de plattegrond</translation>
    </message>
    <message>
        <source>◀</source>
        <translation>◀</translation>
    </message>
    <message>
        <source>Previous rack (Alt+Up)</source>
        <translation>Vorig rack (Alt+Omhoog)</translation>
    </message>
    <message>
        <source>▶</source>
        <translation>▶</translation>
    </message>
    <message>
        <source>Next rack (Alt+Down)</source>
        <translation>Volgend rack (Alt+Omlaag)</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>Day that is shown</source>
        <translation>Getoonde dag</translation>
    </message>
    <message>
        <source>Nothing here that you may see by name.</source>
        <translation>Niets hier wat u bij naam mag zien.</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>geïnstalleerd</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gereserveerd</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>vertrekt</translation>
    </message>
    <message>
        <source>occupied, not yours to see</source>
        <translation>bezet, voor u niet zichtbaar</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>buiten gebruik</translation>
    </message>
    <message>
        <source>Pap&amp;er</source>
        <translation>Pap&amp;ier</translation>
    </message>
    <message>
        <source>Elevations, labels, a work order as PDF</source>
        <translation>Aanzichten, labels, een werkopdracht als PDF</translation>
    </message>
    <message>
        <source>&amp;Elevation of this rack …</source>
        <translation>&amp;Aanzicht van dit rack …</translation>
    </message>
    <message>
        <source>elevation</source>
        <translation>aanzicht</translation>
    </message>
    <message>
        <source>Fronts of its &amp;row …</source>
        <translation>Voorkanten van de &amp;rij …</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>&amp;Labels of what stands in it …</source>
        <translation>&amp;Labels van wat erin staat …</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>labels</translation>
    </message>
    <message>
        <source>&amp;Work order of the week …</source>
        <translation>&amp;Werkopdracht van de week …</translation>
    </message>
    <message>
        <source>work order</source>
        <translation>werkopdracht</translation>
    </message>
    <message>
        <source>Whole ro&amp;w</source>
        <translation>Hele &amp;rij</translation>
    </message>
    <message>
        <source>The racks of the row beside each other</source>
        <translation>De racks van de rij naast elkaar</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Voorkant</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Achterkant</translation>
    </message>
    <message>
        <source>Side of the row</source>
        <translation>Kant van de rij</translation>
    </message>
    <message>
        <source>&amp;Documents and notes …</source>
        <translation>&amp;Documenten en notities …</translation>
    </message>
    <message>
        <source>Limits of this rack</source>
        <translation>Grenzen van dit rack</translation>
    </message>
    <message>
        <source>Nobody has said what this rack may take.</source>
        <translation>Niemand heeft gezegd wat dit rack mag hebben.</translation>
    </message>
    <message>
        <source>blanking panel</source>
        <translation>blindpaneel</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>%1: not there.</source>
        <translation>%1: niet aanwezig.</translation>
    </message>
    <message>
        <source>%1: %2 · %3 · %4</source>
        <translation>%1: %2 · %3 · %4</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>Afdru&amp;kken</translation>
    </message>
</context>
<context>
    <name>polder::Reached</name>
    <message>
        <source>this computer</source>
        <translation>deze computer</translation>
    </message>
    <message>
        <source>--as: nobody is called &apos;%1&apos; here.</source>
        <translation>--as: niemand heet hier &apos;%1&apos;.</translation>
    </message>
</context>
<context>
    <name>polder::RecipientModel</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>a name that you do not see</source>
        <translation>een naam die u niet ziet</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Lose a path</source>
        <translation>Verliezen een pad</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Go down</source>
        <translation>Vallen uit</translation>
    </message>
</context>
<context>
    <name>polder::RefusalModel</name>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
</context>
<context>
    <name>polder::RefusalText</name>
    <message>
        <source>create request</source>
        <translation>aanvraag maken</translation>
    </message>
    <message>
        <source>amend request</source>
        <translation>aanvraag wijzigen</translation>
    </message>
    <message>
        <source>submit</source>
        <translation>indienen</translation>
    </message>
    <message>
        <source>endorse</source>
        <translation>steunen</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>niet steunen</translation>
    </message>
    <message>
        <source>review</source>
        <translation>beoordelen</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>reserveren</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>verlengen</translation>
    </message>
    <message>
        <source>release</source>
        <translation>vrijgeven</translation>
    </message>
    <message>
        <source>deliver</source>
        <translation>leveren</translation>
    </message>
    <message>
        <source>install</source>
        <translation>installeren</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>langer huisvesten</translation>
    </message>
    <message>
        <source>decommission</source>
        <translation>uit gebruik nemen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>verwijderen</translation>
    </message>
    <message>
        <source>wait list</source>
        <translation>op wachtlijst zetten</translation>
    </message>
    <message>
        <source>return request</source>
        <translation>aanvraag teruggeven</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>afwijzen</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>intrekken</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>Not allowed: %1</source>
        <translation>Niet toegestaan: %1</translation>
    </message>
    <message>
        <source>promote</source>
        <translation>overnemen</translation>
    </message>
    <message>
        <source>installation</source>
        <translation>installatie</translation>
    </message>
    <message>
        <source>record audit</source>
        <translation>controle vastleggen</translation>
    </message>
    <message>
        <source>%1 changed it after that (%2, %3).</source>
        <translation>%1 heeft het daarna gewijzigd (%2, %3).</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Iemand anders</translation>
    </message>
    <message>
        <source>amend equipment</source>
        <translation>apparatuur gewijzigd</translation>
    </message>
    <message>
        <source>attach</source>
        <translation>document toegevoegd</translation>
    </message>
    <message>
        <source>detach</source>
        <translation>stuk weggehaald</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>link</source>
        <translation>verwijzing</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>override</source>
        <translation>ontheffing</translation>
    </message>
    <message>
        <source>confirm override</source>
        <translation>ontheffing bevestigen</translation>
    </message>
    <message>
        <source>withdraw override</source>
        <translation>ontheffing intrekken</translation>
    </message>
    <message>
        <source>add agreement</source>
        <translation>overeenkomst toevoegen</translation>
    </message>
    <message>
        <source>add departments</source>
        <translation>afdelingen toevoegen</translation>
    </message>
    <message>
        <source>add nodes</source>
        <translation>knooppunten toevoegen</translation>
    </message>
    <message>
        <source>add organisation</source>
        <translation>instelling toevoegen</translation>
    </message>
    <message>
        <source>add person</source>
        <translation>persoon toevoegen</translation>
    </message>
    <message>
        <source>add racks</source>
        <translation>racks toevoegen</translation>
    </message>
    <message>
        <source>add site</source>
        <translation>datacentrum toevoegen</translation>
    </message>
    <message>
        <source>appoint</source>
        <translation>benoemen</translation>
    </message>
    <message>
        <source>block units</source>
        <translation>posities blokkeren</translation>
    </message>
    <message>
        <source>deputise</source>
        <translation>vervanger aanwijzen</translation>
    </message>
    <message>
        <source>draw features</source>
        <translation>plattegrond tekenen</translation>
    </message>
    <message>
        <source>draw room</source>
        <translation>ruimte tekenen</translation>
    </message>
    <message>
        <source>end service</source>
        <translation>uit dienst nemen</translation>
    </message>
    <message>
        <source>feed node</source>
        <translation>voeding wijzigen</translation>
    </message>
    <message>
        <source>found institution</source>
        <translation>instelling stichten</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>overdragen</translation>
    </message>
    <message>
        <source>import models</source>
        <translation>modellen importeren</translation>
    </message>
    <message>
        <source>record readings</source>
        <translation>meterstanden vastleggen</translation>
    </message>
    <message>
        <source>set limit</source>
        <translation>grens instellen</translation>
    </message>
    <message>
        <source>set setting</source>
        <translation>instelling wijzigen</translation>
    </message>
    <message>
        <source>retire</source>
        <translation>afvoeren</translation>
    </message>
    <message>
        <source>notify owners</source>
        <translation>aan eigenaren melden</translation>
    </message>
    <message>
        <source>refused by {rules}</source>
        <translation>geweigerd door {rules}</translation>
    </message>
    <message>
        <source>refused: {rules}</source>
        <translation>geweigerd: {rules}</translation>
    </message>
    <message>
        <source>{intention}: this is for the {roles}</source>
        <translation>{intention}: dit is voor de {roles}</translation>
    </message>
    <message>
        <source>{intention}: this is for the {roles} of the data centre</source>
        <translation>{intention}: dit is voor de {roles} van het datacenter</translation>
    </message>
    <message>
        <source>{intention}: this is for the {roles} of the organisation</source>
        <translation>{intention}: dit is voor de {roles} van de instelling</translation>
    </message>
    <message>
        <source>{intention}: this is for the {roles} of a host</source>
        <translation>{intention}: dit is voor de {roles} van een gastheer</translation>
    </message>
    <message>
        <source>{intention}: this is for the {roles} of the other institution</source>
        <translation>{intention}: dit is voor de {roles} van de andere instelling</translation>
    </message>
    <message>
        <source>{intention}: this is for a second {roles} of the data centre</source>
        <translation>{intention}: dit is voor een tweede {roles} van het datacenter</translation>
    </message>
    <message>
        <source>{intention}: {argument} is for the {roles}</source>
        <translation>{intention}: {argument} is voor de {roles}</translation>
    </message>
    <message>
        <source>to name a deputy for another: this is for the {roles} of the organisation</source>
        <translation>een plaatsvervanger van een ander aanwijzen: dit is voor de {roles} van de instelling</translation>
    </message>
    <message>
        <source>{intention}: only people may, and this login is no person&apos;s</source>
        <translation>{intention}: dat mogen alleen mensen, en deze login is van niemand</translation>
    </message>
    <message>
        <source>{intention}: only a coordinator asks on behalf of another person</source>
        <translation>{intention}: alleen een coördinator vraagt aan namens een ander</translation>
    </message>
    <message>
        <source>security review: this is for the security officer of the data centre</source>
        <translation>beveiligingstoets: dit is voor de security officer van het datacenter</translation>
    </message>
    <message>
        <source>to book in this data centre: this is for its facility manager</source>
        <translation>boeken in dit datacenter: dit is voor de beheerder ervan</translation>
    </message>
    <message>
        <source>{intention}: this is for the facility manager of the data centre, of an agreement for the host&apos;s agreement manager</source>
        <translation>{intention}: dit is voor de datacenterbeheerder, van een overeenkomst voor de contractbeheerder van de gastheer</translation>
    </message>
    <message>
        <source>{intention}: the date is for tests alone</source>
        <translation>{intention}: de datum is alleen voor tests</translation>
    </message>
    <message>
        <source>{intention}: this is for whoever sets up a record in which there is nobody yet</source>
        <translation>{intention}: dit is voor wie een registratie inricht waarin nog niemand staat</translation>
    </message>
    <message>
        <source>{intention}: this is for who added it, and for who looks after what it is about</source>
        <translation>{intention}: dit is voor wie het toevoegde, en voor wie gaat over waar het bij hoort</translation>
    </message>
    <message>
        <source>{intention}: this is for the facility manager of the data centre, or who confirmed it</source>
        <translation>{intention}: dit is voor de datacenterbeheerder, of voor wie het bevestigde</translation>
    </message>
    <message>
        <source>{subject} was changed after you looked</source>
        <translation>{subject} is gewijzigd nadat u keek</translation>
    </message>
    <message>
        <source>after {day}</source>
        <translation>na {day}</translation>
    </message>
    <message>
        <source>after today, {day}</source>
        <translation>na vandaag, {day}</translation>
    </message>
    <message>
        <source>after the first day</source>
        <translation>na de eerste dag</translation>
    </message>
    <message>
        <source>not before today, {day}</source>
        <translation>niet voor vandaag, {day}</translation>
    </message>
    <message>
        <source>not after today, {day}</source>
        <translation>niet na vandaag, {day}</translation>
    </message>
    <message>
        <source>today, {day}, or one of the 31 days before</source>
        <translation>vandaag, {day}, of een van de 31 dagen ervoor</translation>
    </message>
    <message>
        <source>a month that has begun</source>
        <translation>een maand die is begonnen</translation>
    </message>
    <message>
        <source>after today, {day}: the place is booked no longer</source>
        <translation>na vandaag, {day}: de plaats is niet langer geboekt</translation>
    </message>
    <message>
        <source>more than ten years ago: readings are kept as long as that</source>
        <translation>meer dan tien jaar geleden: zo lang worden metingen bewaard</translation>
    </message>
    <message>
        <source>given</source>
        <translation>ingevuld</translation>
    </message>
    <message>
        <source>given where there is no model</source>
        <translation>ingevuld als er geen model is</translation>
    </message>
    <message>
        <source>given: the model has no height</source>
        <translation>ingevuld: het model heeft geen hoogte</translation>
    </message>
    <message>
        <source>given, or instead of it node</source>
        <translation>ingevuld, of in plaats daarvan het knooppunt</translation>
    </message>
    <message>
        <source>given, or instead of it placement, asset_tag or node</source>
        <translation>ingevuld, of in plaats daarvan de plaatsing, het inventarisnummer of het knooppunt</translation>
    </message>
    <message>
        <source>given when acting on behalf of another person (mail, document)</source>
        <translation>ingevuld bij handelen namens een ander (e-mail, document)</translation>
    </message>
    <message>
        <source>given when asking on behalf of another person</source>
        <translation>ingevuld bij aanvragen namens een ander</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>niet leeg</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>at most {most} characters</source>
        <translation>hoogstens {most} tekens</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>ja of nee (true of false)</translation>
    </message>
    <message>
        <source>a date, YYYY-MM-DD</source>
        <translation>een datum, JJJJ-MM-DD</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>een lijst</translation>
    </message>
    <message>
        <source>a list, not empty</source>
        <translation>een lijst, niet leeg</translation>
    </message>
    <message>
        <source>a list of at most eight</source>
        <translation>een lijst van hoogstens acht</translation>
    </message>
    <message>
        <source>a list, not empty, where weakened is</source>
        <translation>een lijst, niet leeg, als er iets redundantie verliest</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>een object</translation>
    </message>
    <message>
        <source>an object of fields with values</source>
        <translation>een object van velden met waarden</translation>
    </message>
    <message>
        <source>absent; the known names are {known}</source>
        <translation>afwezig; de bekende namen zijn {known}</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>een van {choices}</translation>
    </message>
    <message>
        <source>a number from {least} to {most}, whole</source>
        <translation>een heel getal van {least} tot en met {most}</translation>
    </message>
    <message>
        <source>a number from {least} to {most} in steps of {step}</source>
        <translation>een getal van {least} tot en met {most} in stappen van {step}</translation>
    </message>
    <message>
        <source>not below inlet_min_c</source>
        <translation>niet lager dan de laagste inlaattemperatuur</translation>
    </message>
    <message>
        <source>at least {least}, so many have come already</source>
        <translation>minstens {least}, zoveel zijn er al gekomen</translation>
    </message>
    <message>
        <source>at most {most}, the height of the tallest rack</source>
        <translation>hoogstens {most}, de hoogte van het hoogste rack</translation>
    </message>
    <message>
        <source>at least {least}, for its racks</source>
        <translation>minstens {least}, voor de racks erin</translation>
    </message>
    <message>
        <source>at most {most}: the room ends there</source>
        <translation>hoogstens {most}: daar houdt de ruimte op</translation>
    </message>
    <message>
        <source>at most {most} bytes</source>
        <translation>hoogstens {most} bytes</translation>
    </message>
    <message>
        <source>at most {most} at once</source>
        <translation>hoogstens {most} tegelijk</translation>
    </message>
    <message>
        <source>within the rack, which has {most} U</source>
        <translation>binnen het rack, dat {most} U heeft</translation>
    </message>
    <message>
        <source>a UUID made by the client</source>
        <translation>een UUID van het programma</translation>
    </message>
    <message>
        <source>a generation that there has been</source>
        <translation>een generatie die er is geweest</translation>
    </message>
    <message>
        <source>a SCRAM-SHA-256 verifier, never a password</source>
        <translation>een SCRAM-SHA-256-controlewaarde, nooit een wachtwoord</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>zoals het was</translation>
    </message>
    <message>
        <source>each placement once</source>
        <translation>elke plaatsing één keer</translation>
    </message>
    <message>
        <source>each piece of equipment once</source>
        <translation>elk apparaat één keer</translation>
    </message>
    <message>
        <source>letters, digits, dots, hyphens and underscores</source>
        <translation>letters, cijfers, punten, streepjes en liggende streepjes</translation>
    </message>
    <message>
        <source>small letters, digits and underscores</source>
        <translation>kleine letters, cijfers en liggende streepjes</translation>
    </message>
    <message>
        <source>capital letters, digits and underscores, like E_DC</source>
        <translation>hoofdletters, cijfers en liggende streepjes, zoals E_DC</translation>
    </message>
    <message>
        <source>a free name of small letters, digits, dots, hyphens and underscores</source>
        <translation>een vrije naam van kleine letters, cijfers, punten, streepjes en liggende streepjes</translation>
    </message>
    <message>
        <source>a name that nothing in {site} has</source>
        <translation>een naam die niets in {site} heeft</translation>
    </message>
    <message>
        <source>a code that no institution has, without dots</source>
        <translation>een code die geen instelling heeft, zonder punten</translation>
    </message>
    <message>
        <source>a code that no data centre has</source>
        <translation>een code die geen datacenter heeft</translation>
    </message>
    <message>
        <source>one that no other agreement has</source>
        <translation>er een die geen andere overeenkomst heeft</translation>
    </message>
    <message>
        <source>not in use by another device of this owner</source>
        <translation>niet in gebruik bij een ander apparaat van deze eigenaar</translation>
    </message>
    <message>
        <source>serials and asset tags not in use by another device of their owner</source>
        <translation>serienummers en inventarisnummers die geen ander apparaat van de eigenaar heeft</translation>
    </message>
    <message>
        <source>the code of an organisation</source>
        <translation>de code van een instelling</translation>
    </message>
    <message>
        <source>the code of another institution</source>
        <translation>de code van een andere instelling</translation>
    </message>
    <message>
        <source>the code of a department of this organisation</source>
        <translation>de code van een afdeling van deze instelling</translation>
    </message>
    <message>
        <source>the code of a department of its owner</source>
        <translation>de code van een afdeling van de eigenaar</translation>
    </message>
    <message>
        <source>the handle of a person whom you may name</source>
        <translation>de gebruikersnaam van iemand die u mag noemen</translation>
    </message>
    <message>
        <source>a person of this organisation</source>
        <translation>iemand van deze instelling</translation>
    </message>
    <message>
        <source>the handle of a person of its owner whom you may name</source>
        <translation>de gebruikersnaam van iemand van de eigenaar die u mag noemen</translation>
    </message>
    <message>
        <source>another person of the same organisation</source>
        <translation>een ander van dezelfde instelling</translation>
    </message>
    <message>
        <source>another person of the same organisation, who has not left</source>
        <translation>een ander van dezelfde instelling, die niet is vertrokken</translation>
    </message>
    <message>
        <source>somebody who has not left yet</source>
        <translation>iemand die nog niet is vertrokken</translation>
    </message>
    <message>
        <source>a sponsor of this organisation</source>
        <translation>een sponsor van deze instelling</translation>
    </message>
    <message>
        <source>the handle of a sponsor of its owner</source>
        <translation>de gebruikersnaam van een sponsor van de eigenaar</translation>
    </message>
    <message>
        <source>the code of a data centre</source>
        <translation>de code van een datacenter</translation>
    </message>
    <message>
        <source>the code of a data centre of this organisation</source>
        <translation>de code van een datacenter van deze instelling</translation>
    </message>
    <message>
        <source>the data centre in which it is to hold</source>
        <translation>het datacenter waarin het moet gelden</translation>
    </message>
    <message>
        <source>a room, SITE/ROOM</source>
        <translation>een ruimte, DATACENTER/RUIMTE</translation>
    </message>
    <message>
        <source>a room of {site}</source>
        <translation>een ruimte van {site}</translation>
    </message>
    <message>
        <source>a rack, SITE/ROOM/RACK</source>
        <translation>een rack, DATACENTER/RUIMTE/RACK</translation>
    </message>
    <message>
        <source>a rack in service on {day}</source>
        <translation>een rack dat op {day} in gebruik is</translation>
    </message>
    <message>
        <source>such that {rack} is not there yet</source>
        <translation>zo dat {rack} er nog niet is</translation>
    </message>
    <message>
        <source>where no rack stands; {rack} would</source>
        <translation>waar geen rack staat; {rack} zou dat doen</translation>
    </message>
    <message>
        <source>the same rack: in this chassis something has cords of its own</source>
        <translation>hetzelfde rack: in dit chassis heeft iets eigen snoeren</translation>
    </message>
    <message>
        <source>the asset tag or id of a chassis with bays</source>
        <translation>het inventarisnummer of id van een chassis met bays</translation>
    </message>
    <message>
        <source>a chassis that has come, or that is held for the same request</source>
        <translation>een chassis dat er is, of dat voor dezelfde aanvraag is gereserveerd</translation>
    </message>
    <message>
        <source>a chassis that is in a rack between {from} and {until}</source>
        <translation>een chassis dat van {from} tot {until} in een rack zit</translation>
    </message>
    <message>
        <source>a chassis that is in a rack between {from} and the end of time</source>
        <translation>een chassis dat vanaf {from} voorgoed in een rack zit</translation>
    </message>
    <message>
        <source>a chassis of which nothing stays, or all that is in it too</source>
        <translation>een chassis waarvan niets blijft, of ook alles wat erin zit</translation>
    </message>
    <message>
        <source>a bay of this chassis: {bays}</source>
        <translation>een bay van dit chassis: {bays}</translation>
    </message>
    <message>
        <source>a bay of this chassis with {more} after it</source>
        <translation>een bay van dit chassis met er nog {more} na</translation>
    </message>
    <message>
        <source>absent: it stands on the floor</source>
        <translation>afwezig: het staat op de vloer</translation>
    </message>
    <message>
        <source>absent: it does not stand on the floor</source>
        <translation>afwezig: het staat niet op de vloer</translation>
    </message>
    <message>
        <source>an outlet of this rack, PDU:OUTLET</source>
        <translation>een stopcontact van dit rack, PDU:STOPCONTACT</translation>
    </message>
    <message>
        <source>an outlet of this room, PDU:OUTLET</source>
        <translation>een stopcontact van deze ruimte, PDU:STOPCONTACT</translation>
    </message>
    <message>
        <source>one outlet: several have this name</source>
        <translation>één stopcontact: meer hebben deze naam</translation>
    </message>
    <message>
        <source>one outlet for each cord, {cords}</source>
        <translation>één stopcontact voor elk snoer, {cords}</translation>
    </message>
    <message>
        <source>outlets or nodes that there are, one for each cord</source>
        <translation>stopcontacten of knooppunten die er zijn, één voor elk snoer</translation>
    </message>
    <message>
        <source>named once</source>
        <translation>één keer genoemd</translation>
    </message>
    <message>
        <source>a node, by its id or as SITE NAME</source>
        <translation>een knooppunt, met zijn id of als DATACENTER NAAM</translation>
    </message>
    <message>
        <source>a node of the power chain, fed from another of it</source>
        <translation>een knooppunt van de voedingsketen, gevoed uit een ander ervan</translation>
    </message>
    <message>
        <source>the name of a node of {site}</source>
        <translation>de naam van een knooppunt van {site}</translation>
    </message>
    <message>
        <source>the name of a power node of {site}</source>
        <translation>de naam van een voedingsknooppunt van {site}</translation>
    </message>
    <message>
        <source>a node of the building: a line of an agreement ends with that</source>
        <translation>een knooppunt van het gebouw: een regel van een overeenkomst eindigt met die overeenkomst</translation>
    </message>
    <message>
        <source>a node in service before {day}</source>
        <translation>een knooppunt dat voor {day} in gebruik was</translation>
    </message>
    <message>
        <source>the name of a node of the data centre, or nothing</source>
        <translation>de naam van een knooppunt van het datacenter, of niets</translation>
    </message>
    <message>
        <source>the id of a node; or else cooling_unit, of a cooling unit</source>
        <translation>het id van een knooppunt, of anders dat van een koelunit</translation>
    </message>
    <message>
        <source>a node that is not below this one</source>
        <translation>een knooppunt dat niet onder dit knooppunt zit</translation>
    </message>
    <message>
        <source>given once for each meter and indicator</source>
        <translation>één keer ingevuld voor elke meter en indicator</translation>
    </message>
    <message>
        <source>given once for a topic</source>
        <translation>één keer ingevuld voor een onderwerp</translation>
    </message>
    <message>
        <source>as before: ports of another kind or in another place are a row of their own</source>
        <translation>zoals het was: poorten van een andere soort of op een andere plaats zijn een eigen rij</translation>
    </message>
    <message>
        <source>a model of the library</source>
        <translation>een model uit de bibliotheek</translation>
    </message>
    <message>
        <source>one model: several have this name, so add the manufacturer</source>
        <translation>één model: meer hebben deze naam, dus geef ook de fabrikant</translation>
    </message>
    <message>
        <source>a request&apos;s number or id</source>
        <translation>het nummer of id van een aanvraag</translation>
    </message>
    <message>
        <source>the number of an item of this request</source>
        <translation>het nummer van een item van deze aanvraag</translation>
    </message>
    <message>
        <source>an item of which a piece has not come yet</source>
        <translation>een item waarvan een stuk nog niet is gekomen</translation>
    </message>
    <message>
        <source>an item with a piece that is not yet installed</source>
        <translation>een item met een stuk dat nog niet is geïnstalleerd</translation>
    </message>
    <message>
        <source>as many as the item has pieces that have not come, {count}</source>
        <translation>zoveel als het item stuks heeft die niet zijn gekomen, {count}</translation>
    </message>
    <message>
        <source>one, or as many as the item has pieces that have not come, {count}</source>
        <translation>één, of zoveel als het item stuks heeft die niet zijn gekomen, {count}</translation>
    </message>
    <message>
        <source>the id of a placement in the rack</source>
        <translation>het id van een plaatsing in het rack</translation>
    </message>
    <message>
        <source>the id of a placement that is in this data centre on one of these days</source>
        <translation>het id van een plaatsing die op een van deze dagen in dit datacenter is</translation>
    </message>
    <message>
        <source>a placement that has begun by {day} and lasts beyond</source>
        <translation>een plaatsing die uiterlijk {day} is begonnen en langer duurt</translation>
    </message>
    <message>
        <source>a placement in a rack or chassis or on the floor that lasts beyond the day of the move</source>
        <translation>een plaatsing in een rack of chassis of op de vloer die langer duurt dan de dag van de verplaatsing</translation>
    </message>
    <message>
        <source>a placement of what is not planned to move</source>
        <translation>een plaatsing van iets waarvan geen verplaatsing is gepland</translation>
    </message>
    <message>
        <source>the id: several have this asset tag</source>
        <translation>het id: meer hebben dit inventarisnummer</translation>
    </message>
    <message>
        <source>the id: several are called so</source>
        <translation>het id: meer heten zo</translation>
    </message>
    <message>
        <source>the id or the name of what it is about</source>
        <translation>het id of de naam van waar het over gaat</translation>
    </message>
    <message>
        <source>the asset tag, or the name if no other has it, of equipment that stands and is shared</source>
        <translation>het inventarisnummer, of de naam als geen ander die heeft, van apparatuur die staat en gedeeld wordt</translation>
    </message>
    <message>
        <source>the name of a file, without folders</source>
        <translation>de naam van een bestand, zonder mappen</translation>
    </message>
    <message>
        <source>something with less than {most} documents</source>
        <translation>iets met minder dan {most} documenten</translation>
    </message>
    <message>
        <source>an address that begins with https:// or http://</source>
        <translation>een adres dat begint met https:// of http://</translation>
    </message>
    <message>
        <source>one that is not linked yet</source>
        <translation>er een die nog niet is gekoppeld</translation>
    </message>
    <message>
        <source>one of document, note and link</source>
        <translation>een van document, notitie en koppeling</translation>
    </message>
    <message>
        <source>a rule that may be set aside</source>
        <translation>een regel waarvan mag worden afgeweken</translation>
    </message>
    <message>
        <source>a rule between two institutions, of a guest&apos;s equipment</source>
        <translation>een regel tussen twee instellingen, over apparatuur van een gast</translation>
    </message>
    <message>
        <source>one that waits to be confirmed</source>
        <translation>er een die op bevestiging wacht</translation>
    </message>
    <message>
        <source>no such {subject}</source>
        <translation>{subject}: bestaat niet, of u mag het niet zien</translation>
    </message>
    <message>
        <source>{intention} is not possible in state &quot;{state}&quot;</source>
        <translation>{intention} kan niet in de toestand “{state}”</translation>
    </message>
    <message>
        <source>the security review is open</source>
        <translation>de beveiligingstoets staat nog open</translation>
    </message>
    <message>
        <source>a booking is ended or released, never deleted</source>
        <translation>een boeking wordt beëindigd of vrijgegeven, nooit verwijderd</translation>
    </message>
    <message>
        <source>an override is confirmed or withdrawn, never changed</source>
        <translation>een ontheffing wordt bevestigd of ingetrokken, nooit gewijzigd</translation>
    </message>
    <message>
        <source>this database holds an estate already</source>
        <translation>deze database bevat al een bestand</translation>
    </message>
    <message>
        <source>key: this one was used for something else</source>
        <translation>sleutel: deze is al voor iets anders gebruikt</translation>
    </message>
    <message>
        <source>a change that breaks {rules} wants a reason</source>
        <translation>een wijziging die {rules} schendt, vraagt om een reden</translation>
    </message>
    <message>
        <source>a change that breaks {rules} and {more} more wants a reason</source>
        <translation>een wijziging die {rules} en nog {more} schendt, vraagt om een reden</translation>
    </message>
    <message>
        <source>{refused} of {steps} steps are refused: nothing was done</source>
        <translation>{refused} van {steps} stappen zijn geweigerd: er is niets gedaan</translation>
    </message>
    <message>
        <source>the model comes twice, first in {file}</source>
        <translation>het model komt twee keer voor, eerst in {file}</translation>
    </message>
    <message>
        <source>the slug comes twice, first in {file}</source>
        <translation>de slug komt twee keer voor, eerst in {file}</translation>
    </message>
    <message>
        <source>slug {slug} belongs to another model</source>
        <translation>slug {slug} hoort bij een ander model</translation>
    </message>
    <message>
        <source>requester</source>
        <translation>aanvrager</translation>
    </message>
    <message>
        <source>sponsor</source>
        <translation>sponsor</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coördinator</translation>
    </message>
    <message>
        <source>coordinator of its owner</source>
        <translation>coördinator van de eigenaar</translation>
    </message>
    <message>
        <source>facility manager</source>
        <translation>datacenterbeheerder</translation>
    </message>
    <message>
        <source>technician</source>
        <translation>technicus</translation>
    </message>
    <message>
        <source>security officer</source>
        <translation>security officer</translation>
    </message>
    <message>
        <source>agreement manager</source>
        <translation>contractbeheerder</translation>
    </message>
    <message>
        <source>reporting</source>
        <translation>rapportage</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>moet zijn: %1</translation>
    </message>
    <message>
        <source>Possible now: %1.</source>
        <translation>Nu mogelijk: %1.</translation>
    </message>
    <message>
        <source>%1: must be %2</source>
        <translation>%1: moet zijn: %2</translation>
    </message>
    <message>
        <source>“%1” must be %2.</source>
        <translation>“%1” moet zijn: %2.</translation>
    </message>
    <message>
        <source>not allowed: %1</source>
        <translation>niet toegestaan: %1</translation>
    </message>
    <message>
        <source>shares that are 1000 together on {day}, not {sum}</source>
        <translation>aandelen die op {day} samen 1000 zijn, niet {sum}</translation>
    </message>
</context>
<context>
    <name>polder::ReplaceDialog</name>
    <message>
        <source>Replace %1</source>
        <translation>%1 vervangen</translation>
    </message>
    <message>
        <source>The new device stands in the same place and has the same outlets from today; this one ends today. What is left as it is, is as it was.</source>
        <translation>Het nieuwe apparaat staat vanaf vandaag op dezelfde plaats en heeft dezelfde stopcontacten; dit eindigt vandaag. Wat u laat staan, blijft zoals het was.</translation>
    </message>
    <message>
        <source>New &amp;serial</source>
        <translation>Nieuw &amp;serienummer</translation>
    </message>
    <message>
        <source>New asset &amp;tag</source>
        <translation>Nieuw inventaris&amp;nummer</translation>
    </message>
    <message>
        <source>&amp;Budgeted</source>
        <translation>&amp;Begroot</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>&amp;Gewicht</translation>
    </message>
    <message>
        <source>&amp;Certificate of wiping</source>
        <translation>Bewijs van &amp;wissen</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Vervangen</translation>
    </message>
    <message>
        <source>Serial: %1 has this one already.</source>
        <translation>Serienummer: %1 heeft dit al.</translation>
    </message>
    <message>
        <source>Asset tag: %1 has this one already.</source>
        <translation>Inventarisnummer: %1 heeft dit al.</translation>
    </message>
    <message>
        <source>The serial of the new device is still missing.</source>
        <translation>Het serienummer van het nieuwe apparaat ontbreekt nog.</translation>
    </message>
    <message>
        <source>✓ Nobody else has this serial.</source>
        <translation>✓ Niemand anders heeft dit serienummer.</translation>
    </message>
</context>
<context>
    <name>polder::ReportsPage</name>
    <message>
        <source>K&amp;eep</source>
        <translation>Be&amp;waren</translation>
    </message>
    <message>
        <source>Fo&amp;rget</source>
        <translation>&amp;Vergeten</translation>
    </message>
    <message>
        <source>of toda&amp;y</source>
        <translation>van van&amp;daag</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Tonen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Browse …</source>
        <translation>&amp;Bladeren …</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Opslaan</translation>
    </message>
    <message>
        <source>SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK</source>
        <translation>LOCATIE, LOCATIE/RUIMTE, LOCATIE/RUIMTE/RIJ of LOCATIE/RUIMTE/RACK</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV, the table that is shown</source>
        <translation>CSV, de tabel die te zien is</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>Kept &amp;definitions</source>
        <translation>Bewaarde defi&amp;nities</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Naa&amp;m</translation>
    </message>
    <message>
        <source>Rep&amp;ort</source>
        <translation>&amp;Rapport</translation>
    </message>
    <message>
        <source>S&amp;cope</source>
        <translation>B&amp;ereik</translation>
    </message>
    <message>
        <source>O&amp;n</source>
        <translation>Pe&amp;ildatum</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>T&amp;aal</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>Inde&amp;ling</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Uitvoerbestand</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Het rapport opslaan</translation>
    </message>
    <message>
        <source>The record is being read …</source>
        <translation>De gegevens worden gelezen …</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Het rapport wordt gemaakt …</translation>
    </message>
    <message>
        <source>This report cannot be made: %1</source>
        <translation>Dit rapport kan niet worden gemaakt: %1</translation>
    </message>
    <message>
        <source>The report is being written …</source>
        <translation>Het rapport wordt weggeschreven …</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Weggeschreven: %1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Niet weggeschreven: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>A definition that is kept needs a name.</source>
        <translation>Een definitie die wordt bewaard, heeft een naam nodig.</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Bewaard: %1</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capaciteit</translation>
    </message>
    <message>
        <source>Stranded capacity</source>
        <translation>Gestrande capaciteit</translation>
    </message>
    <message>
        <source>Power and failover</source>
        <translation>Vermogen en uitval</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Findings and overrides</source>
        <translation>Bevindingen en terzijde gestelde regels</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>Waar het komt te staan</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>as known no&amp;w</source>
        <translation>&amp;zoals nu bekend</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Buiten gebruik</translation>
    </message>
    <message>
        <source>Known on</source>
        <translation>Bekend op</translation>
    </message>
    <message>
        <source>Nothing was known by the end of that day, or it has not come.</source>
        <translation>Aan het eind van die dag was er niets bekend, of die dag is er nog niet.</translation>
    </message>
    <message>
        <source>Reciprocity</source>
        <translation>Wederkerigheid</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Aanvragen</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Onderhoud</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>the first day is after the last</source>
        <translation>de eerste dag komt na de laatste</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafieken</translation>
    </message>
</context>
<context>
    <name>polder::RequestAnswer</name>
    <message>
        <source>Quota %1</source>
        <translation>Quotum %1</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>De laatste dag ligt vóór de eerste.</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>Stands on the floor: its width and depth say where it can.</source>
        <translation>Staat op de vloer: breedte en diepte zeggen waar dat kan.</translation>
    </message>
</context>
<context>
    <name>polder::RequestDetail</name>
    <message>
        <source>open: nothing is held before it is passed</source>
        <translation>open: er wordt niets gereserveerd voordat hij is goedgekeurd</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>goedgekeurd</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>De aanvraag</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Niets gekozen</translation>
    </message>
    <message>
        <source>Choose a request to read it.</source>
        <translation>Kies een aanvraag om die te lezen.</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Quotum</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Aanvrager</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenplaats</translation>
    </message>
    <message>
        <source>Data class</source>
        <translation>Dataclassificatie</translation>
    </message>
    <message>
        <source>Security review</source>
        <translation>Beveiligingstoets</translation>
    </message>
    <message>
        <source>Wished site</source>
        <translation>Voorkeur</translation>
    </message>
    <message>
        <source>Redundant</source>
        <translation>Redundant</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Ingediend</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>Antwoord uiterlijk</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Gereserveerd t/m</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: done, the request is %2.</source>
        <translation>%1: gedaan, de aanvraag is %2.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Gedaan.</translation>
    </message>
    <message>
        <source>Asked. The facility manager decides it, and you are told.</source>
        <translation>Gevraagd. De facilitair beheerder beslist erover, en u hoort het.</translation>
    </message>
</context>
<context>
    <name>polder::RequestFileText</name>
    <message>
        <source>a text</source>
        <translation>een tekst</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>een geheel getal</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>een getal</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>waar of onwaar (true, false)</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>een lijst</translation>
    </message>
    <message>
        <source>a group of fields</source>
        <translation>een groep velden</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between choices</comment>
        <translation> of </translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>is %1, must be %2</source>
        <translation>is %1, moet %2 zijn</translation>
    </message>
    <message>
        <source>is %1, must be at least %2</source>
        <translation>is %1, moet ten minste %2 zijn</translation>
    </message>
    <message>
        <source>is %1, must be more than %2; leave it out if it is not known</source>
        <translation>is %1, moet meer dan %2 zijn; laat het weg als het niet bekend is</translation>
    </message>
    <message>
        <source>is %1, must be at most %2</source>
        <translation>is %1, mag hoogstens %2 zijn</translation>
    </message>
    <message>
        <source>is %1, must be a multiple of %2</source>
        <translation>is %1, moet een veelvoud van %2 zijn</translation>
    </message>
    <message>
        <source>is “%1”, must be %2</source>
        <translation>is “%1”, moet %2 zijn</translation>
    </message>
    <message>
        <source>is “%1”, must have at least %2 characters</source>
        <translation>is “%1”, moet ten minste %2 tekens hebben</translation>
    </message>
    <message>
        <source>is %1, must have at most %2 characters</source>
        <translation>is %1, mag hoogstens %2 tekens hebben</translation>
    </message>
    <message>
        <source>is %1, must not be empty, nor begin or end with a space</source>
        <translation>is %1, mag niet leeg zijn en niet met een spatie beginnen of eindigen</translation>
    </message>
    <message>
        <source>is %1, must be a day, written YYYY-MM-DD</source>
        <translation>is %1, moet een dag zijn, geschreven als JJJJ-MM-DD</translation>
    </message>
    <message>
        <source>has %1 entries, must have at least %2</source>
        <translation>heeft %1 regels, moet er ten minste %2 hebben</translation>
    </message>
    <message>
        <source>has %1 entries, must have at most %2</source>
        <translation>heeft %1 regels, mag er hoogstens %2 hebben</translation>
    </message>
    <message>
        <source>is no field of this format; its fields are %1</source>
        <translation>is geen veld van dit formaat; de velden zijn %1</translation>
    </message>
    <message>
        <source>is %1, must be after the first day, %2</source>
        <translation>is %1, moet na de eerste dag liggen, %2</translation>
    </message>
    <message>
        <source>has neither a model nor a height; it needs one of the two</source>
        <translation>heeft geen model en geen hoogte; een van beide is nodig</translation>
    </message>
    <message>
        <source>is 2, must be 1 or 3</source>
        <translation>is 2, moet 1 of 3 zijn</translation>
    </message>
    <message>
        <source>is below the lowest that it takes in</source>
        <translation>ligt onder de laagste die het inneemt</translation>
    </message>
    <message>
        <source>is the same as “together”; they exclude each other</source>
        <translation>is hetzelfde als “bij elkaar”; die sluiten elkaar uit</translation>
    </message>
    <message>
        <source>is %1: a newer Polder wrote this file, this one reads version %2</source>
        <translation>is %1: een nieuwere Polder heeft dit bestand geschreven, deze leest versie %2</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB.</source>
        <translation>Het bestand is groter dan 1 MiB.</translation>
    </message>
    <message>
        <source>The file cannot be read as a request: %1.</source>
        <translation>Het bestand kan niet als aanvraag worden gelezen: %1.</translation>
    </message>
    <message>
        <source>The file is not one request.</source>
        <translation>Het bestand is niet één aanvraag.</translation>
    </message>
    <message>
        <source>The field “%1” is given twice.</source>
        <translation>Het veld “%1” staat er twee keer.</translation>
    </message>
    <message>
        <source>This workbook is not Polder&apos;s form of a request.</source>
        <translation>Deze werkmap is niet het aanvraagformulier van Polder.</translation>
    </message>
    <message>
        <source>This form is of version %1; this program reads version %2.</source>
        <translation>Dit formulier is van versie %1; dit programma leest versie %2.</translation>
    </message>
    <message>
        <source>The workbook cannot be read: %1.</source>
        <translation>De werkmap kan niet worden gelezen: %1.</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>de aanvraag</translation>
    </message>
    <message>
        <source>“%1” %2.</source>
        <translation>“%1” %2.</translation>
    </message>
    <message>
        <source>%1, “%2” %3.</source>
        <translation>%1, “%2” %3.</translation>
    </message>
    <message>
        <source>In line %1 of the file.</source>
        <translation>In regel %1 van het bestand.</translation>
    </message>
</context>
<context>
    <name>polder::RequestFiles</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>polder::RequestFormPage</name>
    <message>
        <source>Save as a dra&amp;ft</source>
        <translation>Concept &amp;bewaren</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Indienen</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Aanvraag %1</translation>
    </message>
    <message>
        <source>A new request</source>
        <translation>Een nieuwe aanvraag</translation>
    </message>
    <message>
        <source>Save the &amp;change</source>
        <translation>Wijziging &amp;bewaren</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Bewaard.</translation>
    </message>
    <message>
        <source>Submitted as %1.</source>
        <translation>Ingediend als %1.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Een bestand openen …</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Bewaren als bestand …</translation>
    </message>
    <message>
        <source>the mail or paper in which it was asked</source>
        <translation>de mail of het papier waarin het gevraagd is</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Namens</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Aanvraag</translation>
    </message>
    <message>
        <source>myself</source>
        <translation>mijzelf</translation>
    </message>
    <message>
        <source>A request from a file</source>
        <translation>Een aanvraag uit een bestand</translation>
    </message>
    <message>
        <source>Request (*.polder-request)</source>
        <translation>Aanvraag (*.polder-request)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Bewaard als %1.</translation>
    </message>
    <message>
        <source>Request or filled-in form (*.polder-request *.json *.xlsx)</source>
        <translation>Aanvraag of ingevuld formulier (*.polder-request *.json *.xlsx)</translation>
    </message>
    <message>
        <source>Form to fill in (*.xlsx)</source>
        <translation>Formulier om in te vullen (*.xlsx)</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>De aanvraag</translation>
    </message>
    <message>
        <source>What was changed meanwhile is here now, and what you wrote is kept. Save again.</source>
        <translation>Wat intussen is gewijzigd staat er nu, en wat u schreef is gebleven. Sla opnieuw op.</translation>
    </message>
    <message>
        <source>Say first which value stays, yours or theirs.</source>
        <translation>Zeg eerst welke waarde blijft, de uwe of die van de ander.</translation>
    </message>
</context>
<context>
    <name>polder::RequestMerge</name>
    <message>
        <source>beside the rails (0U)</source>
        <translation>naast de rails (0U)</translation>
    </message>
    <message>
        <source>in a bay of a chassis</source>
        <translation>in een vak van een chassis</translation>
    </message>
    <message>
        <source>on the floor</source>
        <translation>op de vloer</translation>
    </message>
    <message>
        <source>on the rails of a rack</source>
        <translation>op de rails van een rack</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>rack</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>room</source>
        <translation>ruimte</translation>
    </message>
    <message>
        <source>data centre</source>
        <translation>datacenter</translation>
    </message>
    <message>
        <source>no wish</source>
        <translation>geen wens</translation>
    </message>
    <message>
        <source>%1 × %2 Mbit/s %3</source>
        <translation>%1 × %2 Mbit/s %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>geen einde</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
</context>
<context>
    <name>polder::RequestModel</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stuks</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Ingediend</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>Antwoord uiterlijk</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Gereserveerd t/m</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Aanvrager</translation>
    </message>
</context>
<context>
    <name>polder::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Aanvragen</translation>
    </message>
    <message>
        <source>&amp;Write a request</source>
        <translation>Aanvraag s&amp;chrijven</translation>
    </message>
    <message>
        <source>There is no request that concerns you.</source>
        <translation>Er is geen aanvraag die u aangaat.</translation>
    </message>
</context>
<context>
    <name>polder::ResourceText</name>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Vermogen</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Warmte</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Contactdozen</translation>
    </message>
    <message>
        <source>Apparent power</source>
        <translation>Schijnbaar vermogen</translation>
    </message>
    <message>
        <source>Floor load</source>
        <translation>Vloerbelasting</translation>
    </message>
</context>
<context>
    <name>polder::RetireDialog</name>
    <message>
        <source>What leaves</source>
        <translation>Wat vertrekt</translation>
    </message>
    <message>
        <source>Certificate of &amp;wiping or disposal</source>
        <translation>Certificaat van &amp;wissen of vernietigen</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>Vr&amp;agen</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>A&amp;fvoeren</translation>
    </message>
    <message>
        <source>Ask for removal</source>
        <translation>Verwijdering vragen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Afvoeren</translation>
    </message>
    <message>
        <source>Places are &amp;free from</source>
        <translation>Plaatsen &amp;vrij vanaf</translation>
    </message>
    <message>
        <source>Day from which the places are free</source>
        <translation>Dag vanaf wanneer de plaatsen vrij zijn</translation>
    </message>
    <message>
        <source>All leave or none. Conflicts: %1.</source>
        <translation>Alles vertrekt of niets. Bezwaren: %1.</translation>
    </message>
    <message>
        <source>The facility manager is asked; nothing leaves before that.</source>
        <translation>De facility manager wordt gevraagd; eerder vertrekt er niets.</translation>
    </message>
    <message>
        <source>They are out of the data centre as of today.</source>
        <translation>Ze zijn vanaf vandaag uit het datacenter.</translation>
    </message>
    <message>
        <source>Their places are free from %1 on.</source>
        <translation>Hun plaatsen zijn vrij vanaf %1.</translation>
    </message>
    <message>
        <source>The facility manager was asked; nothing has left yet.</source>
        <translation>De facility manager is gevraagd; er is nog niets vertrokken.</translation>
    </message>
    <message>
        <source>All of them leave; their places are free from %1 on.</source>
        <translation>Alles vertrekt; de plaatsen zijn vrij vanaf %1.</translation>
    </message>
</context>
<context>
    <name>polder::ReviewPanel</name>
    <message>
        <source>What would be changed</source>
        <translation>Wat er zou veranderen</translation>
    </message>
    <message>
        <source>&amp;Leave this one out</source>
        <translation>Deze weg&amp;laten</translation>
    </message>
    <message>
        <source>what it is now</source>
        <translation>wat het nu is</translation>
    </message>
    <message>
        <source>Nothing was changed. The remarks say which cells, and why.</source>
        <translation>Er is niets gewijzigd. De opmerkingen zeggen welke cellen, en waarom.</translation>
    </message>
    <message>
        <source>Save &amp;changes</source>
        <translation>&amp;Bewaren</translation>
    </message>
    <message>
        <source>Give all &amp;up</source>
        <translation>Alles &amp;terugnemen</translation>
    </message>
    <message>
        <source>Would change: %1 · devices: %2 · cannot be used: %3</source>
        <translation>Zou veranderen: %1 · apparaten: %2 · onbruikbaar: %3</translation>
    </message>
    <message>
        <source>Would change: %1 · devices: %2</source>
        <translation>Zou veranderen: %1 · apparaten: %2</translation>
    </message>
    <message>
        <source>Devices changed: %1. Ctrl+Z takes it back.</source>
        <translation>Gewijzigde apparaten: %1. Ctrl+Z draait het terug.</translation>
    </message>
</context>
<context>
    <name>polder::Rule</name>
    <message>
        <source>free outlet of the right type</source>
        <translation>vrije contactdoos van het juiste type</translation>
    </message>
    <message>
        <source>current of an outlet</source>
        <translation>stroom van een contactdoos</translation>
    </message>
    <message>
        <source>breaker of a bank</source>
        <translation>automaat van een groep</translation>
    </message>
    <message>
        <source>rack PDU</source>
        <translation>rack-PDU</translation>
    </message>
    <message>
        <source>power supplied</source>
        <translation>geleverd vermogen</translation>
    </message>
    <message>
        <source>power in a single failure</source>
        <translation>vermogen bij een enkele uitval</translation>
    </message>
    <message>
        <source>separate paths of both cords</source>
        <translation>gescheiden paden van beide snoeren</translation>
    </message>
    <message>
        <source>redundant power as wished</source>
        <translation>redundante voeding zoals gewenst</translation>
    </message>
    <message>
        <source>balance of the phases</source>
        <translation>balans van de fasen</translation>
    </message>
    <message>
        <source>source of the draw</source>
        <translation>bron van het vermogen</translation>
    </message>
    <message>
        <source>heat of a rack</source>
        <translation>warmte van een rack</translation>
    </message>
    <message>
        <source>heat of a cooling zone</source>
        <translation>warmte van een koelzone</translation>
    </message>
    <message>
        <source>airflow of a rack</source>
        <translation>luchtstroom van een rack</translation>
    </message>
    <message>
        <source>direction of the air</source>
        <translation>richting van de lucht</translation>
    </message>
    <message>
        <source>inlet temperature</source>
        <translation>inlaattemperatuur</translation>
    </message>
    <message>
        <source>blanking panels</source>
        <translation>blindplaten</translation>
    </message>
    <message>
        <source>liquid cooling</source>
        <translation>vloeistofkoeling</translation>
    </message>
    <message>
        <source>drift of the temperature</source>
        <translation>temperatuurverloop</translation>
    </message>
    <message>
        <source>one place for one device</source>
        <translation>één plaats voor één apparaat</translation>
    </message>
    <message>
        <source>rails, width and depth</source>
        <translation>rails, breedte en diepte</translation>
    </message>
    <message>
        <source>weight in a rack</source>
        <translation>gewicht in een rack</translation>
    </message>
    <message>
        <source>load on the floor</source>
        <translation>belasting van de vloer</translation>
    </message>
    <message>
        <source>the heaviest low</source>
        <translation>het zwaarste laag</translation>
    </message>
    <message>
        <source>footprints and clearances</source>
        <translation>opstelvlakken en vrije ruimte</translation>
    </message>
    <message>
        <source>gas, water and exhaust</source>
        <translation>gas, water en afvoer</translation>
    </message>
    <message>
        <source>vibration, fields and drift</source>
        <translation>trillingen, velden en verloop</translation>
    </message>
    <message>
        <source>way of delivery</source>
        <translation>aanvoerroute</translation>
    </message>
    <message>
        <source>protection of the data</source>
        <translation>bescherming van de gegevens</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>persoonsgegevens</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>beschikbaarheid</translation>
    </message>
    <message>
        <source>hosting agreement</source>
        <translation>huisvestingsovereenkomst</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contactpersonen</translation>
    </message>
    <message>
        <source>history</source>
        <translation>geschiedenis</translation>
    </message>
    <message>
        <source>wiping of data</source>
        <translation>wissen van gegevens</translation>
    </message>
    <message>
        <source>network ports</source>
        <translation>netwerkpoorten</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>polder::SavePaper</name>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>polder::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Bewaarde filters</translation>
    </message>
    <message>
        <source>Name of a filter</source>
        <translation>Naam van een filter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Keeps what is searched for and ticked now, under this name</source>
        <translation>Bewaart waar nu op gezocht wordt en wat aangevinkt is, onder deze naam</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>Forgets the filter of this name</source>
        <translation>Vergeet het filter met deze naam</translation>
    </message>
</context>
<context>
    <name>polder::ScenarioPanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not promoted, nothing is booked.</source>
        <translation>Niet overgenomen, er is niets geboekt.</translation>
    </message>
    <message>
        <source>Change %1: %2</source>
        <translation>Wijziging %1: %2</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Wijzigingen van %1</translation>
    </message>
    <message>
        <source>Limits that %1 crosses</source>
        <translation>Limieten die %1 overschrijdt</translation>
    </message>
    <message>
        <source>Places that %1 finds</source>
        <translation>Plaatsen die %1 vindt</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Eruit halen</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Opslaan …</translation>
    </message>
    <message>
        <source>Promote to bookings</source>
        <translation>Overnemen als boekingen</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Naam van het scenario</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Openen …</translation>
    </message>
    <message>
        <source>Copy the other</source>
        <translation>Het andere kopiëren</translation>
    </message>
    <message>
        <source>As it is today: add a change, or open a file.</source>
        <translation>Zoals het vandaag is: voeg een wijziging toe of open een bestand.</translation>
    </message>
    <message>
        <source>No limit is crossed.</source>
        <translation>Geen limiet wordt overschreden.</translation>
    </message>
    <message>
        <source>Nothing gets a place.</source>
        <translation>Niets krijgt een plaats.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limieten</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Scenario openen</translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation>Scenario&apos;s (*.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Scenario opslaan</translation>
    </message>
    <message>
        <source>Not reckoned yet.</source>
        <translation>Nog niet berekend.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Opgeslagen als %1</translation>
    </message>
    <message>
        <source>Limits and places</source>
        <translation>Grenzen en plaatsen</translation>
    </message>
    <message>
        <source>Promoted: %1, all in one transaction.</source>
        <translation>Overgenomen: %1, alles in één transactie.</translation>
    </message>
</context>
<context>
    <name>polder::SearchSummary</name>
    <message>
        <source>depth</source>
        <translation>diepte</translation>
    </message>
    <message>
        <source>width</source>
        <translation>breedte</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>gewicht</translation>
    </message>
    <message>
        <source>power and heat</source>
        <translation>vermogen en warmte</translation>
    </message>
    <message>
        <source>cords</source>
        <translation>snoeren</translation>
    </message>
    <message>
        <source>plug</source>
        <translation>stekker</translation>
    </message>
    <message>
        <source>airflow</source>
        <translation>luchtstroom</translation>
    </message>
    <message>
        <source>inlet temperature</source>
        <translation>inlaattemperatuur</translation>
    </message>
    <message>
        <source>data class</source>
        <translation>dataclassificatie</translation>
    </message>
    <message>
        <source>availability class</source>
        <translation>beschikbaarheidsklasse</translation>
    </message>
    <message>
        <source>hosting agreement</source>
        <translation>huisvestingsovereenkomst</translation>
    </message>
    <message>
        <source>, because in %1 of %2: %3</source>
        <translation>, want in %1 van %2: %3</translation>
    </message>
    <message>
        <source>other racks: %1</source>
        <translation>andere racks: %1</translation>
    </message>
    <message>
        <source>no free units in a row</source>
        <translation>geen aaneengesloten vrije U</translation>
    </message>
    <message>
        <source>not deep enough</source>
        <translation>niet diep genoeg</translation>
    </message>
    <message>
        <source>too heavy for the rack</source>
        <translation>te zwaar voor het rack</translation>
    </message>
    <message>
        <source>no fitting outlet free</source>
        <translation>geen passende contactdoos vrij</translation>
    </message>
    <message>
        <source>too much for a breaker</source>
        <translation>te veel voor een automaat</translation>
    </message>
    <message>
        <source>too much for the rack PDU</source>
        <translation>te veel voor de rack-PDU</translation>
    </message>
    <message>
        <source>too little power</source>
        <translation>te weinig vermogen</translation>
    </message>
    <message>
        <source>too little power when one side fails</source>
        <translation>te weinig vermogen als één zijde uitvalt</translation>
    </message>
    <message>
        <source>too much heat for the rack</source>
        <translation>te veel warmte voor het rack</translation>
    </message>
    <message>
        <source>too much heat for the zone</source>
        <translation>te veel warmte voor de zone</translation>
    </message>
    <message>
        <source>air would go the wrong way</source>
        <translation>lucht zou de verkeerde kant op gaan</translation>
    </message>
    <message>
        <source>no agreement, or its quota is used up</source>
        <translation>geen overeenkomst, of het quotum is op</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>No rack was looked at.</source>
        <translation>Er is geen rack bekeken.</translation>
    </message>
    <message>
        <source>Racks in which it fits: %1</source>
        <translation>Racks waarin het past: %1</translation>
    </message>
    <message>
        <source>All together: %1 of %2 find a place</source>
        <translation>Samen: %1 van %2 vinden een plaats</translation>
    </message>
    <message>
        <source>Not given, so estimated: %1.</source>
        <translation>Niet opgegeven, dus geschat: %1.</translation>
    </message>
    <message>
        <source>Not given, so not checked: %1.</source>
        <translation>Niet opgegeven, dus niet getoetst: %1.</translation>
    </message>
    <message>
        <source>too heavy for the floor</source>
        <translation>te zwaar voor de vloer</translation>
    </message>
    <message>
        <source>no free floor with its clearance</source>
        <translation>geen vrije vloer met de nodige vrije ruimte</translation>
    </message>
    <message>
        <source>a medium that it needs is missing</source>
        <translation>een nodig medium ontbreekt</translation>
    </message>
    <message>
        <source>the room is too restless for it</source>
        <translation>de zaal is er te onrustig voor</translation>
    </message>
    <message>
        <source>it cannot be brought in</source>
        <translation>het kan niet naar binnen</translation>
    </message>
    <message>
        <source>too much for an outlet</source>
        <translation>te veel voor een contactdoos</translation>
    </message>
    <message>
        <source>the cords would not be on different sides</source>
        <translation>de snoeren zouden niet op verschillende zijden zitten</translation>
    </message>
    <message>
        <source>the air is too warm or too cold</source>
        <translation>de lucht is te warm of te koud</translation>
    </message>
    <message>
        <source>no fitting liquid cooling</source>
        <translation>geen passende vloeistofkoeling</translation>
    </message>
    <message>
        <source>the room is not protected enough</source>
        <translation>de zaal is niet genoeg beveiligd</translation>
    </message>
    <message>
        <source>personal data are not allowed</source>
        <translation>persoonsgegevens zijn niet toegestaan</translation>
    </message>
    <message>
        <source>the availability class is not met</source>
        <translation>de beschikbaarheidsklasse wordt niet gehaald</translation>
    </message>
    <message>
        <source>too few network ports</source>
        <translation>te weinig netwerkpoorten</translation>
    </message>
    <message>
        <source>No room was looked at.</source>
        <translation>Er is in geen zaal gekeken.</translation>
    </message>
    <message>
        <source>Rooms in which it fits: %1</source>
        <translation>Zalen waarin het past: %1</translation>
    </message>
    <message>
        <source>no free place beside the rails</source>
        <translation>geen vrije plaats naast de rails</translation>
    </message>
    <message>
        <source>no free bay</source>
        <translation>geen vrij vak</translation>
    </message>
    <message>
        <source>others: %1</source>
        <translation>andere: %1</translation>
    </message>
    <message>
        <source>There is no chassis with bays then.</source>
        <translation>Er is dan geen chassis met vakken.</translation>
    </message>
    <message>
        <source>Chassis in which it fits: %1</source>
        <translation>Chassis waarin het past: %1</translation>
    </message>
    <message>
        <source>Racks beside whose rails it fits: %1</source>
        <translation>Racks naast de rails waarvan het past: %1</translation>
    </message>
</context>
<context>
    <name>polder::SearchTable</name>
    <message>
        <source>Nothing here.</source>
        <translation>Hier is niets.</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Zoeken (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Zoek in %1</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>Zo veel als er passen</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als tabel kopiëren</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>Alle rijen kopiëren</translation>
    </message>
</context>
<context>
    <name>polder::SentenceField</name>
    <message>
        <source>? %1</source>
        <translation>? %1</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglaten</translation>
    </message>
    <message>
        <source>Do you mean: %1?</source>
        <translation>Bedoelt u: %1?</translation>
    </message>
    <message>
        <source>Which one: %1?</source>
        <translation>Welke: %1?</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Weggelaten: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>“%1”; Enter: say it otherwise, Del: take it away</source>
        <translation>‘%1’; Enter: anders zeggen, Del: weghalen</translation>
    </message>
</context>
<context>
    <name>polder::SentenceText</name>
    <message>
        <source>not understood</source>
        <translation>niet begrepen</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>buiten bereik</translation>
    </message>
    <message>
        <source>finer than half a U, a watt, a gram or a millimetre</source>
        <translation>fijner dan een halve U, een watt, een gram of een millimeter</translation>
    </message>
    <message>
        <source>not a depth, and nothing else is asked</source>
        <translation>geen diepte, en iets anders wordt niet gevraagd</translation>
    </message>
    <message>
        <source>a total; say it for each piece</source>
        <translation>een totaal; zeg het per stuk</translation>
    </message>
    <message>
        <source>what is not wanted cannot be asked</source>
        <translation>wat niet gewenst is, kan niet worden gevraagd</translation>
    </message>
    <message>
        <source>contradicts another part</source>
        <translation>spreekt een ander deel tegen</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>eindigt voor het begint</translation>
    </message>
    <message>
        <source>there is no such date</source>
        <translation>die datum bestaat niet</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Vermogen</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Diepte</translation>
    </message>
    <message>
        <source>Cords</source>
        <translation>Snoeren</translation>
    </message>
    <message>
        <source>1 cord</source>
        <translation>1 snoer</translation>
    </message>
    <message>
        <source>%1 cords</source>
        <translation>%1 snoeren</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>%1-phase</source>
        <translation>%1-fase</translation>
    </message>
    <message>
        <source>Plug</source>
        <translation>Stekker</translation>
    </message>
    <message>
        <source>Airflow</source>
        <translation>Luchtstroom</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Inlet</source>
        <translation>Inlaat</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>polder::Setting</name>
    <message>
        <source>room for cords behind equipment, mm</source>
        <translation>ruimte voor snoeren achter apparatuur, mm</translation>
    </message>
    <message>
        <source>estimated weight for each U, g</source>
        <translation>geschat gewicht per U, g</translation>
    </message>
    <message>
        <source>estimated draw for each U, W</source>
        <translation>geschat vermogen per U, W</translation>
    </message>
    <message>
        <source>budget without a better source, ‰ of nameplate</source>
        <translation>budget zonder betere bron, ‰ van het typeplaatje</translation>
    </message>
    <message>
        <source>power factor, ‰</source>
        <translation>arbeidsfactor, ‰</translation>
    </message>
    <message>
        <source>warning of an agreement, from ‰ of its quota</source>
        <translation>waarschuwing bij een overeenkomst, vanaf ‰ van het quotum</translation>
    </message>
    <message>
        <source>heat of a rack without a limit of its own, W</source>
        <translation>warmte van een rack zonder eigen grens, W</translation>
    </message>
    <message>
        <source>days that a hold lasts</source>
        <translation>dagen dat een reservering duurt</translation>
    </message>
    <message>
        <source>working days in which a request is decided</source>
        <translation>werkdagen waarin over een aanvraag wordt beslist</translation>
    </message>
    <message>
        <source>too few network ports refuse (1) or warn (0)</source>
        <translation>te weinig netwerkpoorten: weigeren (1) of waarschuwen (0)</translation>
    </message>
    <message>
        <source>warning of power, from ‰ of the limit</source>
        <translation>waarschuwing voor vermogen, vanaf ‰ van de grens</translation>
    </message>
    <message>
        <source>warning of unequal phases, from ‰</source>
        <translation>waarschuwing voor ongelijke fasen, vanaf ‰</translation>
    </message>
    <message>
        <source>heavy equipment that belongs low, from g</source>
        <translation>zware apparatuur die laag hoort, vanaf g</translation>
    </message>
    <message>
        <source>warming of the air in a rack, K</source>
        <translation>opwarming van de lucht in een rack, K</translation>
    </message>
    <message>
        <source>days after which a measurement is old</source>
        <translation>dagen waarna een meting oud is</translation>
    </message>
    <message>
        <source>order of places: unbroken space</source>
        <translation>volgorde van plaatsen: aaneengesloten ruimte</translation>
    </message>
    <message>
        <source>order of places: heavy equipment low</source>
        <translation>volgorde van plaatsen: zware apparatuur laag</translation>
    </message>
    <message>
        <source>order of places: equal phases</source>
        <translation>volgorde van plaatsen: gelijke fasen</translation>
    </message>
    <message>
        <source>order of places: headroom</source>
        <translation>volgorde van plaatsen: marge</translation>
    </message>
    <message>
        <source>order of places: nothing stranded</source>
        <translation>volgorde van plaatsen: niets onbruikbaar</translation>
    </message>
    <message>
        <source>order of places: near its own kind</source>
        <translation>volgorde van plaatsen: bij soortgenoten</translation>
    </message>
    <message>
        <source>order of places: data centre as wished</source>
        <translation>volgorde van plaatsen: gewenst datacenter</translation>
    </message>
    <message>
        <source>order of places: airflow</source>
        <translation>volgorde van plaatsen: luchtstroom</translation>
    </message>
    <message>
        <source>mix by which stranded capacity is told</source>
        <translation>mix waarmee onbruikbare capaciteit wordt bepaald</translation>
    </message>
    <message>
        <source>PUE that is settled with</source>
        <translation>PUE waarmee wordt verrekend</translation>
    </message>
</context>
<context>
    <name>polder::SharedThere</name>
    <message>
        <source>device of %1</source>
        <translation>apparaat van %1</translation>
    </message>
    <message>
        <source>device of this kind</source>
        <translation>apparaat van deze soort</translation>
    </message>
    <message>
        <source>the facility manager there</source>
        <translation>de facility manager daar</translation>
    </message>
    <message>
        <source>Shareable and already standing at %1: %2 × %3 of %4; ask %5.</source>
        <translation>Deelbaar, en staat al in %1: %2 × %3 van %4; vraag %5.</translation>
    </message>
    <message>
        <source>A shareable %1 of %2 already stands at %3; ask %4.</source>
        <translation>Een deelbaar %1 van %2 staat al in %3; vraag %4.</translation>
    </message>
    <message>
        <source>And %1 more kinds.</source>
        <translation>En nog %1 soorten.</translation>
    </message>
</context>
<context>
    <name>polder::ShiftDialog</name>
    <message>
        <source>&amp;Ask</source>
        <translation>Vr&amp;agen</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>Ver&amp;plaatsen</translation>
    </message>
    <message>
        <source>Ask for a move</source>
        <translation>Verplaatsing vragen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Chosen, but not installed on the rails of a rack: %1; they stay.</source>
        <translation>Gekozen, maar niet geïnstalleerd op de rails van een rack: %1; die blijven.</translation>
    </message>
    <message>
        <source>&amp;First day at the new place</source>
        <translation>&amp;Eerste dag op de nieuwe plaats</translation>
    </message>
    <message>
        <source>First day at the new place</source>
        <translation>Eerste dag op de nieuwe plaats</translation>
    </message>
    <message>
        <source>%1, from %2 to</source>
        <translation>%1, van %2 naar</translation>
    </message>
    <message>
        <source>Rack for %1</source>
        <translation>Rack voor %1</translation>
    </message>
    <message>
        <source>Unit for %1</source>
        <translation>U voor %1</translation>
    </message>
    <message>
        <source>The facility manager was asked; nothing has moved yet.</source>
        <translation>De facility manager is gevraagd; er is nog niets verplaatst.</translation>
    </message>
</context>
<context>
    <name>polder::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wat hij doet</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>pijltoetsen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>In tabellen</translation>
    </message>
    <message>
        <source>Search in the table</source>
        <translation>In de tabel zoeken</translation>
    </message>
    <message>
        <source>From the search into the table</source>
        <translation>Van het zoekveld naar de tabel</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Openen wat gekozen is</translation>
    </message>
    <message>
        <source>Copy the chosen rows as a table</source>
        <translation>De gekozen rijen als tabel kopiëren</translation>
    </message>
    <message>
        <source>In the table of equipment</source>
        <translation>In de tabel van apparatuur</translation>
    </message>
    <message>
        <source>Type over a cell</source>
        <translation>Een cel overschrijven</translation>
    </message>
    <message>
        <source>Keep it and go on to the next</source>
        <translation>Bewaren en naar de volgende</translation>
    </message>
    <message>
        <source>Save what was typed</source>
        <translation>Opslaan wat getypt is</translation>
    </message>
    <message>
        <source>Give the cell up</source>
        <translation>De cel opgeven</translation>
    </message>
    <message>
        <source>Paste a block of cells</source>
        <translation>Een blok cellen plakken</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Kolommen kiezen</translation>
    </message>
    <message>
        <source>In plans and diagrams</source>
        <translation>In plattegronden en schema&apos;s</translation>
    </message>
    <message>
        <source>To the neighbour</source>
        <translation>Naar de buurman</translation>
    </message>
    <message>
        <source>Larger, smaller, all of it</source>
        <translation>Groter, kleiner, alles</translation>
    </message>
    <message>
        <source>In the tree beside the plan</source>
        <translation>In de boom naast de plattegrond</translation>
    </message>
    <message>
        <source>Choose several racks</source>
        <translation>Meer racks kiezen</translation>
    </message>
    <message>
        <source>Shift and arrow keys</source>
        <translation>Shift en pijltoetsen</translation>
    </message>
    <message>
        <source>Placing an instrument on the plan</source>
        <translation>Een instrument op de plattegrond plaatsen</translation>
    </message>
    <message>
        <source>Move it by 100 mm; with Shift by 10 mm, with Ctrl by 1 m</source>
        <translation>100 mm verschuiven; met Shift 10 mm, met Ctrl 1 m</translation>
    </message>
    <message>
        <source>Turn it by a quarter</source>
        <translation>Een kwart draaien</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>Daar neerzetten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laten zoals het was</translation>
    </message>
    <message>
        <source>In a rack</source>
        <translation>In een rack</translation>
    </message>
    <message>
        <source>To the next device, with Shift to several</source>
        <translation>Naar het volgende apparaat, met Shift naar meer</translation>
    </message>
    <message>
        <source>The rack before, the rack after</source>
        <translation>Het vorige rack, het volgende rack</translation>
    </message>
    <message>
        <source>Take up what is chosen</source>
        <translation>Oppakken wat gekozen is</translation>
    </message>
    <message>
        <source>Carry it</source>
        <translation>Het dragen</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>Het neerzetten</translation>
    </message>
    <message>
        <source>Back where it was</source>
        <translation>Terug waar het stond</translation>
    </message>
    <message>
        <source>In the calendar</source>
        <translation>In de kalender</translation>
    </message>
    <message>
        <source>To the booking beside, to the line above or below</source>
        <translation>Naar de boeking ernaast, naar de regel erboven of eronder</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Eerder, later</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Closer, further</source>
        <translation>Dichterbij, verder weg</translation>
    </message>
    <message>
        <source>In the words of a search for space</source>
        <translation>In de woorden van een zoekvraag naar ruimte</translation>
    </message>
    <message>
        <source>Take a word out</source>
        <translation>Een woord weghalen</translation>
    </message>
    <message>
        <source>Change a word</source>
        <translation>Een woord veranderen</translation>
    </message>
    <message>
        <source>Take up the proposed place, where nothing is chosen</source>
        <translation>De voorgestelde plaats opnemen, als er niets gekozen is</translation>
    </message>
    <message>
        <source>By half a unit</source>
        <translation>Met een halve unit</translation>
    </message>
    <message>
        <source>To the other half of the rack</source>
        <translation>Naar de andere helft van het rack</translation>
    </message>
    <message>
        <source>Copy all rows as a table</source>
        <translation>Alle rijen als tabel kopiëren</translation>
    </message>
</context>
<context>
    <name>polder::ShortfallModel</name>
    <message>
        <source>In use</source>
        <translation>In gebruik</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limiet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>Als dit uitvalt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
</context>
<context>
    <name>polder::SiteTree</name>
    <message>
        <source>Sites, rooms and racks</source>
        <translation>Datacenters, zalen en racks</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Rij %1</translation>
    </message>
    <message>
        <source>%1  (planned)</source>
        <translation>%1  (gepland)</translation>
    </message>
</context>
<context>
    <name>polder::SitesPage</name>
    <message>
        <source>Sites</source>
        <translation>Datacenters</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Show the whole room</source>
        <translation>Toon de hele zaal</translation>
    </message>
    <message>
        <source>cold aisle</source>
        <translation>koude gang</translation>
    </message>
    <message>
        <source>hot aisle</source>
        <translation>warme gang</translation>
    </message>
    <message>
        <source>contained</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>area with a use of its own</source>
        <translation>vlak met eigen gebruik</translation>
    </message>
    <message>
        <source>wall, column</source>
        <translation>muur, kolom</translation>
    </message>
    <message>
        <source>The record has no site yet.</source>
        <translation>De administratie heeft nog geen datacenter.</translation>
    </message>
    <message>
        <source>Choose a room to see its plan.</source>
        <translation>Kies een zaal om de plattegrond te zien.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Racks today: %1 · free: %2, %3, %4 · %5 × %6, north is up</source>
        <translation>Racks vandaag: %1 · vrij: %2, %3, %4 · %5 × %6, noord is boven</translation>
    </message>
    <message>
        <source>La&amp;yer</source>
        <translation>&amp;Laag</translation>
    </message>
    <message>
        <source>What the colours tell</source>
        <translation>Wat de kleuren zeggen</translation>
    </message>
    <message>
        <source>A rack is filled as far as it is taken of what the layer tells. The thick edge is its front.</source>
        <translation>Een rack is gevuld voor zover het bezet is van wat de laag toont. De dikke rand is de voorkant.</translation>
    </message>
    <message>
        <source>Months from today</source>
        <translation>Maanden vanaf vandaag</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Op</translation>
    </message>
    <message>
        <source>Day that is shown</source>
        <translation>Getoonde dag</translation>
    </message>
    <message>
        <source>Pap&amp;er</source>
        <translation>Pap&amp;ier</translation>
    </message>
    <message>
        <source>Plan, site preparation as PDF</source>
        <translation>Plattegrond, voorbereiding van de plaats als PDF</translation>
    </message>
    <message>
        <source>&amp;Plan of this room, to scale …</source>
        <translation>&amp;Plattegrond van deze zaal, op schaal …</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plattegrond</translation>
    </message>
    <message>
        <source>&amp;Site preparation of what is held on its floor …</source>
        <translation>&amp;Voorbereiding van wat op de vloer is gereserveerd …</translation>
    </message>
    <message>
        <source>site preparation</source>
        <translation>voorbereiding van de plaats</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Zoeken (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search a room, a rack, or equipment by its name, tag or serial</source>
        <translation>Een ruimte, een rack, of apparatuur zoeken op naam, label of serienummer</translation>
    </message>
    <message>
        <source>Racks chosen: %1 · free today: %2, %3, %4</source>
        <translation>Gekozen racks: %1 · vandaag vrij: %2, %3, %4</translation>
    </message>
    <message>
        <source>&amp;Documents and notes of the room …</source>
        <translation>&amp;Documenten en notities van de ruimte …</translation>
    </message>
    <message>
        <source>Documents and notes of the data &amp;centre …</source>
        <translation>Documenten en notities van het data&amp;centrum …</translation>
    </message>
    <message>
        <source>P&amp;rint</source>
        <translation>Afdru&amp;kken</translation>
    </message>
</context>
<context>
    <name>polder::StartWindow</name>
    <message>
        <source>Opening the record …</source>
        <translation>Administratie openen …</translation>
    </message>
    <message>
        <source>Polder</source>
        <translation>Polder</translation>
    </message>
    <message>
        <source>&amp;Connect otherwise …</source>
        <translation>Anders &amp;verbinden …</translation>
    </message>
</context>
<context>
    <name>polder::State</name>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>ingediend</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>teruggegeven</translation>
    </message>
    <message>
        <source>endorsed</source>
        <translation>gesteund</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>in beoordeling</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gereserveerd</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>op de wachtlijst</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verlopen</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>geleverd</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>geïnstalleerd</translation>
    </message>
    <message>
        <source>decommissioning</source>
        <translation>wordt verwijderd</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>released</source>
        <translation>vrijgegeven</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beëindigd</translation>
    </message>
</context>
<context>
    <name>polder::UseModel</name>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>limit unknown</source>
        <translation>limiet onbekend</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Of which some may be stranded</source>
        <translation>Waarvan een deel gestrand kan zijn</translation>
    </message>
    <message>
        <source>Stranded</source>
        <translation>Gestrand</translation>
    </message>
    <message>
        <source>Free, but not for the usual requests</source>
        <translation>Vrij, maar niet voor de gebruikelijke aanvragen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Geïnstalleerd</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Booked, not installed yet</source>
        <translation>Geboekt, nog niet geïnstalleerd</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Buiten gebruik</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
</context>
<context>
    <name>polder::VerdictPanel</name>
    <message>
        <source>What does not fit</source>
        <translation>Wat niet past</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>bezig met kijken …</translation>
    </message>
    <message>
        <source>✕ does not fit</source>
        <translation>✕ past niet</translation>
    </message>
    <message>
        <source>! tight</source>
        <translation>! krap</translation>
    </message>
    <message>
        <source>✓ fits</source>
        <translation>✓ past</translation>
    </message>
    <message>
        <source>%1 is left of %2, the tightest limit there.</source>
        <translation>%1 is over van %2, de krapste grens daar.</translation>
    </message>
</context>
</TS>
