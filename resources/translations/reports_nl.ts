<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context>
    <name>polder::CapacityReport</name>
    <message>
        <source>Here are racks only. All tables of the report have also places of every level with usable, limited upstream, stranded, binding, kVA, floor load and heat; sides and phases; months to full; the top risks.</source>
        <translation>Hier staan alleen racks. Alle tabellen van het rapport hebben ook plaatsen op elk niveau met bruikbaar, bovenliggend begrensd, gestrand, knelpunt, kVA, vloerbelasting en warmte; zijden en fasen; maanden tot vol; de grootste risico&apos;s.</translation>
    </message>
    <message>
        <source>U: total = blocked + used + held + free. A half unit counts as used if anything touches it, whatever its depth or width.</source>
        <translation>U: totaal = geblokkeerd + gebruikt + gereserveerd + vrij. Een halve unit telt als gebruikt zodra er iets in staat, hoe diep of breed ook.</translation>
    </message>
    <message>
        <source>kW: total is the least of the rack&apos;s heat limit and of what its rack PDUs may carry when the other side fails; limits of feeds and supplies further up are not in it. Used is the budgeted draw.</source>
        <translation>kW: totaal is het kleinste van de warmtelimiet van het rack en van wat de rack-PDU&apos;s mogen dragen als de andere zijde uitvalt; limieten van hogere voedingen zitten er niet in. Gebruikt is het begrote vermogen.</translation>
    </message>
    <message>
        <source>kg: total is the static load of the rack; used is equipment with rails and cable arms.</source>
        <translation>kg: totaal is de statische belasting van het rack; gebruikt is apparatuur met rails en kabelarmen.</translation>
    </message>
    <message>
        <source>Held is what is held or delivered and not yet installed, as far as the reader may see it; what others hold is counted as used, and so is a half unit in which something else stands too.</source>
        <translation>Gereserveerd is wat gereserveerd of geleverd en nog niet geïnstalleerd is, voor zover de lezer het mag zien; wat anderen reserveren telt als gebruikt, net als een halve unit waarin ook iets anders staat.</translation>
    </message>
    <message>
        <source>Free is never less than nothing: of a rack that carries more than its total, over says how much, and total + over = blocked + used + held. An empty total: nobody has said what the rack may take.</source>
        <translation>Vrij is nooit minder dan niets: van een rack dat meer draagt dan zijn totaal zegt ‘te veel’ hoeveel, en totaal + te veel = geblokkeerd + gebruikt + gereserveerd. Een leeg totaal: niemand heeft gezegd wat het rack mag hebben.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Vermogen</translation>
    </message>
    <message>
        <source>Mass</source>
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
        <source>Site</source>
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
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Te veel</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>Racks</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capaciteit</translation>
    </message>
    <message>
        <source>Top risks: least left under the worst single failure</source>
        <translation>Grootste risico’s: minste ruimte bij de ergste enkele uitval</translation>
    </message>
    <message>
        <source>Space by place, U</source>
        <translation>Ruimte per plaats, U</translation>
    </message>
    <message>
        <source>Power by place, kW</source>
        <translation>Vermogen per plaats, kW</translation>
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
    <name>polder::Comparison</name>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <source>Difference from %1, as known at the same time: only rows that changed, came or went. Change: the figure less that of before.</source>
        <translation>Verschil met %1, zoals bekend op hetzelfde moment: alleen rijen die veranderd, gekomen of weg zijn. Verandering: het cijfer min dat van toen.</translation>
    </message>
</context>
<context>
    <name>polder::ElevationPaper</name>
    <message>
        <source>taken</source>
        <translation>bezet</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>buiten gebruik</translation>
    </message>
    <message>
        <source>%1 (held)</source>
        <translation>%1 (vastgehouden)</translation>
    </message>
    <message>
        <source>%1 (leaves)</source>
        <translation>%1 (vertrekt)</translation>
    </message>
    <message>
        <source>slot %1: %2</source>
        <translation>slot %1: %2</translation>
    </message>
    <message>
        <source>%1 – scale 1:%2</source>
        <translation>%1 – schaal 1:%2</translation>
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
        <source>Beside the rails: %1</source>
        <translation>Naast de rails: %1</translation>
    </message>
    <message>
        <source>%1 and on, fronts – scale 1:%2</source>
        <translation>%1 en verder, voorkanten – schaal 1:%2</translation>
    </message>
    <message>
        <source>Elevations</source>
        <translation>Aanzichten</translation>
    </message>
    <message>
        <source>On %1, as known at generation %2</source>
        <translation>Op %1, zoals bekend in generatie %2</translation>
    </message>
    <message>
        <source>blanking panel</source>
        <translation>blindpaneel</translation>
    </message>
</context>
<context>
    <name>polder::EnergyReport</name>
    <message>
        <source>power demand of the installed IT</source>
        <translation>vermogensvraag van de geïnstalleerde IT</translation>
    </message>
    <message>
        <source>floor area of the data centre</source>
        <translation>vloeroppervlak van het datacenter</translation>
    </message>
    <message>
        <source>floor area of its computer rooms</source>
        <translation>vloeroppervlak van de computerruimten</translation>
    </message>
    <message>
        <source>energy of the data centre</source>
        <translation>energie van het datacenter</translation>
    </message>
    <message>
        <source>energy of the IT, at the UPS</source>
        <translation>energie van de IT, bij de UPS</translation>
    </message>
    <message>
        <source>water taken in</source>
        <translation>ingenomen water</translation>
    </message>
    <message>
        <source>heat that others use</source>
        <translation>warmte die anderen gebruiken</translation>
    </message>
    <message>
        <source>temperature of the air taken in, mean</source>
        <translation>temperatuur van de aangezogen lucht, gemiddeld</translation>
    </message>
    <message>
        <source>energy from renewable sources</source>
        <translation>energie uit hernieuwbare bronnen</translation>
    </message>
    <message>
        <source>capacity of the storage</source>
        <translation>capaciteit van de opslag</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>metered</source>
        <translation>gemeten</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>ingevoerd</translation>
    </message>
    <message>
        <source>from the record</source>
        <translation>uit de administratie</translation>
    </message>
    <message>
        <source>Months missing</source>
        <translation>Ontbrekende maanden</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicatoren</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhouding</translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation>Verhoudingen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
    <message>
        <source>never said</source>
        <translation>nooit opgegeven</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Wat ontbreekt</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Per maand</translation>
    </message>
    <message>
        <source>Energy and sustainability</source>
        <translation>Energie en duurzaamheid</translation>
    </message>
    <message>
        <source>An indicator of which a month is missing has no value, and neither has a ratio that needs it. Nothing is guessed.</source>
        <translation>Een indicator waarvan een maand ontbreekt heeft geen waarde, en een verhouding die hem nodig heeft ook niet. Er wordt niets geraden.</translation>
    </message>
    <message>
        <source>PUE = E_DC / E_IT. WUE = W_IN / E_IT, in litres for a kWh. ERF = E_REUSE / E_DC. REF = E_RES / E_DC.</source>
        <translation>PUE = E_DC / E_IT. WUE = W_IN / E_IT, in liter per kWh. ERF = E_REUSE / E_DC. REF = E_RES / E_DC.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Version of the list</source>
        <translation>Versie van de lijst</translation>
    </message>
    <message>
        <source>Indicators by %1, version of %2, of the calendar months from %3 to the day of the report.</source>
        <translation>Indicatoren volgens %1, versie van %2, over de kalendermaanden van %3 tot en met de dag van het rapport.</translation>
    </message>
    <message>
        <source>What is entered and not metered: the last entry of the year for each node, added up. PD_IT without one: the budgeted draw of what is installed on the day of the report. S_CR without one: the rooms as they are drawn.</source>
        <translation>Wat is opgegeven en niet gemeten: de laatste opgave van het jaar per knooppunt, opgeteld. PD_IT zonder opgave: het begrote vermogen van wat op de dag van het rapport geïnstalleerd is. S_CR zonder opgave: de ruimten zoals ze getekend zijn.</translation>
    </message>
</context>
<context>
    <name>polder::EquipmentReport</name>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Apparaten</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Hosting ends within a year</source>
        <translation>Hosting eindigt binnen een jaar</translation>
    </message>
    <message>
        <source>Out of warranty</source>
        <translation>Buiten garantie</translation>
    </message>
    <message>
        <source>Short of contacts</source>
        <translation>Te weinig contacten</translation>
    </message>
    <message>
        <source>Without weight</source>
        <translation>Zonder gewicht</translation>
    </message>
    <message>
        <source>Without measured power</source>
        <translation>Zonder gemeten vermogen</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Per eigenaar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
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
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>months</source>
        <translation>maanden</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>Garantie tot</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
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
        <source>Contacts</source>
        <translation>Contacten</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>te weinig</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gereserveerd</translation>
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
        <source>Everything booked for that day that the reader may see, held and delivered things too; since and age are those of the booking of this place.</source>
        <translation>Alles wat voor die dag geboekt is en wat de lezer mag zien, ook wat gereserveerd of geleverd is; sinds en leeftijd zijn die van de boeking van deze plaats.</translation>
    </message>
    <message>
        <source>Without sponsor</source>
        <translation>Zonder sponsor</translation>
    </message>
    <message>
        <source>Without security contact</source>
        <translation>Zonder beveiligingscontact</translation>
    </message>
    <message>
        <source>Names somebody who has left</source>
        <translation>Noemt iemand die vertrokken is</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>is vertrokken</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Security contact</source>
        <translation>Beveiligingscontact</translation>
    </message>
    <message>
        <source>Weight and measured power are empty where nobody has said them; the guard then counts an estimate. Too few contacts: a warning of rule G5 is open. Nobody: no sponsor or security contact is named; has left: somebody is who has left by that day.</source>
        <translation>Gewicht en gemeten vermogen zijn leeg waar niemand ze heeft gezegd; de bewaker telt dan een schatting. Te weinig contacten: een waarschuwing van regel G5 staat open. Niemand: er is geen sponsor of beveiligingscontact genoemd; is vertrokken: er is iemand genoemd die op die dag vertrokken is.</translation>
    </message>
</context>
<context>
    <name>polder::FindingsReport</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Aanvraag</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
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
        <source>Rules set aside</source>
        <translation>Terzijde gestelde regels</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
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
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Findings and warnings</source>
        <translation>Bevindingen en waarschuwingen</translation>
    </message>
    <message>
        <source>Findings and overrides</source>
        <translation>Bevindingen en terzijde gestelde regels</translation>
    </message>
    <message>
        <source>A finding is a rule that is broken on record: by equipment that was there before, or by a change that was made for a reason. A warning is recorded with a booking. Those that were over before the day of the report, or are resolved, are left out; those to come are in it.</source>
        <translation>Een bevinding is een regel die aantoonbaar gebroken is: door apparatuur die er al stond, of door een wijziging die met een reden is gemaakt. Een waarschuwing is bij een boeking vastgelegd. Wat voor de dag van het rapport voorbij was of opgelost is, is weggelaten; wat nog komt staat erin.</translation>
    </message>
    <message>
        <source>A rule set aside is in force once everybody has confirmed whom the rule wants, until its last day.</source>
        <translation>Een terzijde gestelde regel is van kracht zodra ieder die de regel vraagt heeft bevestigd, tot en met de laatste dag.</translation>
    </message>
    <message>
        <source>Only what the reader may see.</source>
        <translation>Alleen wat de lezer mag zien.</translation>
    </message>
    <message>
        <source>contested</source>
        <translation>betwist</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>controle</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
</context>
<context>
    <name>polder::FloorMap</name>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>From west</source>
        <translation>Vanaf west</translation>
    </message>
    <message>
        <source>From north</source>
        <translation>Vanaf noord</translation>
    </message>
    <message>
        <source>West to east</source>
        <translation>West–oost</translation>
    </message>
    <message>
        <source>North to south</source>
        <translation>Noord–zuid</translation>
    </message>
    <message>
        <source>Front looks</source>
        <translation>Front naar</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grens</translation>
    </message>
    <message>
        <source>Floor: load of each rack against its limit</source>
        <translation>Vloer: last van elk rack tegenover zijn grens</translation>
    </message>
    <message>
        <source>Floor: what each rack draws by budget, used and held, against the least of what it may give off as heat and what its rack PDUs may carry when the other side fails. Places are those of its corner in the north-west of the room.</source>
        <translation>Vloer: wat elk rack volgens budget verbruikt, gebruikt en gereserveerd, tegenover het kleinste van wat het als warmte mag afgeven en wat zijn rack-PDU&apos;s mogen dragen als de andere kant uitvalt. Plaatsen zijn die van de noordwestelijke hoek, in de ruimte.</translation>
    </message>
    <message>
        <source>Heat map of %1: load of each rack, % of its limit</source>
        <translation>Warmtekaart van %1: last van elk rack, % van zijn grens</translation>
    </message>
</context>
<context>
    <name>polder::FloorPicture</name>
    <message>
        <source>below %1 %</source>
        <translation>onder %1 %</translation>
    </message>
    <message>
        <source>above its limit</source>
        <translation>boven zijn grens</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 tot %2 %</translation>
    </message>
    <message>
        <source>no limit known</source>
        <translation>geen grens bekend</translation>
    </message>
    <message>
        <source>1:%1 on A4; north is up; thick edge: the front.</source>
        <translation>1:%1 op A4; noord is boven; dikke rand: de voorkant.</translation>
    </message>
</context>
<context>
    <name>polder::Labels</name>
    <message>
        <source>S/N %1</source>
        <translation>S/N %1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>polder::MaintenanceReport</name>
    <message>
        <source>equipment %1</source>
        <translation>apparaat %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot en met %2</translation>
    </message>
    <message>
        <source>Dear %1,</source>
        <translation>Beste %1,</translation>
    </message>
    <message>
        <source>Maintenance: %1, %2.</source>
        <translation>Onderhoud: %1, %2.</translation>
    </message>
    <message>
        <source>It will be without power: %1.</source>
        <translation>Zonder stroom komt: %1.</translation>
    </message>
    <message>
        <source>It stays on, with less redundancy: %1.</source>
        <translation>Blijft aan, met minder redundantie: %1.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knooppunt</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Grootheid</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Worst on</source>
        <translation>Ergst op</translation>
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
        <source>What gets too much</source>
        <translation>Wat te veel krijgt</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Units that stop</source>
        <translation>Koelers die uitvallen</translation>
    </message>
    <message>
        <source>Still cools</source>
        <translation>Koelt nog</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Warmte</translation>
    </message>
    <message>
        <source>What cools less</source>
        <translation>Wat minder koelt</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Gevolg</translation>
    </message>
    <message>
        <source>without power</source>
        <translation>zonder stroom</translation>
    </message>
    <message>
        <source>less redundant</source>
        <translation>minder redundant</translation>
    </message>
    <message>
        <source>less than was asked for</source>
        <translation>minder dan gevraagd</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Vermogen</translation>
    </message>
    <message>
        <source>Cords</source>
        <translation>Snoeren</translation>
    </message>
    <message>
        <source>Of them live</source>
        <translation>Waarvan onder spanning</translation>
    </message>
    <message>
        <source>What it touches</source>
        <translation>Wat het raakt</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>nobody is known</source>
        <translation>niemand bekend</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Without power</source>
        <translation>Zonder stroom</translation>
    </message>
    <message>
        <source>Less redundant</source>
        <translation>Minder redundant</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Who has to be told</source>
        <translation>Wie het moet weten</translation>
    </message>
    <message>
        <source>%1 out of service, %2.</source>
        <translation>%1 buiten dienst, %2.</translation>
    </message>
    <message>
        <source>Too much: more than a node may carry while something fails, on the first and the worst day.</source>
        <translation>Te veel: meer dan een knooppunt mag dragen terwijl iets uitvalt, op de eerste en de ergste dag.</translation>
    </message>
    <message>
        <source>Equipment that the reader may not see draws %1 kW through it, of which at most %2 kW stop.</source>
        <translation>Apparatuur die de lezer niet mag zien trekt er %1 kW door, waarvan ten hoogste %2 kW uitvalt.</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Onderhoud</translation>
    </message>
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
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>coordinator of %1</source>
        <translation>coördinator van %1</translation>
    </message>
    <message>
        <source>Without power: no cord lives. Less redundant: it lives on fewer paths. People to be told are the sponsors and technical contacts of what the reader may see, and the coordinators of its owners.</source>
        <translation>Zonder stroom: geen snoer heeft nog spanning. Minder redundant: nog gevoed over minder paden. Wie het moet weten zijn de sponsors en technische contacten van wat de lezer mag zien, en de coördinatoren van de eigenaren.</translation>
    </message>
</context>
<context>
    <name>polder::Outlook</name>
    <message>
        <source>months</source>
        <translation>maanden</translation>
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
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capaciteit</translation>
    </message>
    <message>
        <source>By bookings</source>
        <translation>Volgens boekingen</translation>
    </message>
    <message>
        <source>With the queue</source>
        <translation>Met de wachtrij</translation>
    </message>
    <message>
        <source>By trend</source>
        <translation>Volgens trend</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Vroegst</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Laatst</translation>
    </message>
    <message>
        <source>Runway: months to full</source>
        <translation>Looptijd: maanden tot vol</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Utilisation over time</source>
        <translation>Bezetting in de tijd</translation>
    </message>
    <message>
        <source>Utilisation over time: what is used and held, of that and what is free. Of days after the day of the report with every booking that begins or ends by then; of days before it as the bookings have it that were known, with what there is on the day of the report.</source>
        <translation>Bezetting in de tijd: wat gebruikt en gereserveerd is, van dat en wat vrij is samen. Van dagen na de dag van het rapport met elke boeking die tot dan begint of eindigt; van dagen ervoor volgens de boekingen die bekend waren, met wat er op de dag van het rapport is.</translation>
    </message>
    <message>
        <source>Utilisation over time, % taken</source>
        <translation>Bezetting in de tijd, % bezet</translation>
    </message>
    <message>
        <source>Runway: months to full; no bar: not within three years</source>
        <translation>Looptijd: maanden tot vol; geen balk: niet binnen drie jaar</translation>
    </message>
</context>
<context>
    <name>polder::PaperTable</name>
    <message>
        <source>Nothing to show.</source>
        <translation>Niets te tonen.</translation>
    </message>
</context>
<context>
    <name>polder::PlacesTable</name>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zaal</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Places: total, blocked, used and held are sums over racks, as the table of racks has them; usable is total less blocked. Free is what the racks may still have together, as the nodes above them bear it, also while any one thing fails. Limited upstream is free in single racks, but not together. So total + over = blocked + used + held + free + limited upstream; over is what racks carry beyond their total, or without one.</source>
        <translation>Plaatsen: totaal, geblokkeerd, gebruikt en gereserveerd zijn sommen over racks, zoals de tabel van racks ze heeft; bruikbaar is totaal min geblokkeerd. Vrij is wat de racks samen nog mogen hebben, zoals de knooppunten erboven het dragen, ook als er één ding uitvalt. Bovenliggend begrensd is vrij in losse racks, maar niet samen. Dus totaal + te veel = geblokkeerd + gebruikt + gereserveerd + vrij + bovenliggend begrensd; te veel is wat racks boven hun totaal dragen, of zonder totaal.</translation>
    </message>
    <message>
        <source>Stranded is a part of free: what a reference mix of servers and storage cannot use any more, for want of something else; binding is what that is, and the node whose limit it is.</source>
        <translation>Gestrand is een deel van vrij: wat een referentiemix van servers en opslag niet meer kan gebruiken omdat iets anders ontbreekt; knelpunt is wat dat is, en het knooppunt wiens limiet het is.</translation>
    </message>
    <message>
        <source>Largest gap: the most free units above one another in one rack, over its whole depth.</source>
        <translation>Grootste gat: de meeste vrije units boven elkaar in één rack, over de hele diepte.</translation>
    </message>
    <message>
        <source>Runway: months from the day of the report until nothing is free, by what is booked, with the open requests, and by the trend of the past with the range in which it lies in 80 of 100 cases. Empty: not within 36 months, or no trend for want of eight quarters of data; of a row or rack nobody knows which requests come there. The trend of heat and of kVA is that of power, of which kVA has the share of the day of the report; that of the floor is of what racks weighed.</source>
        <translation>Looptijd: maanden vanaf de dag van het rapport tot er niets meer vrij is, volgens wat geboekt is, met de open aanvragen, en volgens de trend van het verleden met het bereik waarin die in 80 van 100 gevallen ligt. Leeg: niet binnen 36 maanden, of geen trend bij gebrek aan acht kwartalen gegevens; van een rij of rack weet niemand welke aanvragen er komen. De trend van warmte en van kVA is die van het vermogen, waarvan kVA het aandeel van de dag van het rapport heeft; die van de vloer is van wat de racks wogen.</translation>
    </message>
    <message>
        <source>Headroom: of each node under the single failure that leaves it least of its limit for failover; L1, L2 and L3 are its phases, in kVA.</source>
        <translation>Speling: van elk knooppunt bij de enkele uitval die er het minst van zijn limiet bij uitval van overlaat; L1, L2 en L3 zijn zijn fasen, in kVA.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Bruikbaar</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Limited upstream</source>
        <translation>Bovenliggend begrensd</translation>
    </message>
    <message>
        <source>Stranded</source>
        <translation>Gestrand</translation>
    </message>
    <message>
        <source>Largest gap</source>
        <translation>Grootste gat</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Te veel</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>Knelpunt</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knooppunt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>Als dit uitvalt</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
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
        <source>Left</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Headroom under the worst single failure</source>
        <translation>Speling bij de ergste enkele uitval</translation>
    </message>
    <message>
        <source>kVA: the three phases together; total is the least of what the rack PDUs of each side may carry when the other side fails. Floor: what the floor below the racks may bear, and what of equipment stands on it.</source>
        <translation>kVA: de drie fasen samen; totaal is het minste van wat de rack-PDU’s van elke zijde mogen dragen als de andere zijde uitvalt. Vloer: wat de vloer onder de racks mag dragen, en wat er aan apparatuur op staat.</translation>
    </message>
</context>
<context>
    <name>polder::PlanPaper</name>
    <message>
        <source>cold</source>
        <translation>koud</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>%1 – scale 1:%2</source>
        <translation>%1 – schaal 1:%2</translation>
    </message>
    <message>
        <source>%1 × %2, north is up. Thick edge: the front of a rack; dashed: has to stay free; hatched: taken, not yours to see.</source>
        <translation>%1 × %2, noord is boven. Dikke rand: de voorkant van een rack; gestreept: moet vrij blijven; gearceerd: bezet, niet voor u zichtbaar.</translation>
    </message>
    <message>
        <source>Floor plans</source>
        <translation>Plattegronden</translation>
    </message>
    <message>
        <source>On %1, as known at generation %2</source>
        <translation>Op %1, zoals bekend bij generatie %2</translation>
    </message>
</context>
<context>
    <name>polder::PowerReport</name>
    <message>
        <source>Node</source>
        <translation>Knooppunt</translation>
    </message>
    <message>
        <source>When this fails</source>
        <translation>Als dit uitvalt</translation>
    </message>
    <message>
        <source>Normal load</source>
        <translation>Normale belasting</translation>
    </message>
    <message>
        <source>Comes on top</source>
        <translation>Komt erbij</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limiet</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Headroom under each single failure</source>
        <translation>Speling bij elke enkele uitval</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Scheefstand</translation>
    </message>
    <message>
        <source>Phase balance</source>
        <translation>Faseverdeling</translation>
    </message>
    <message>
        <source>Equipment whose cords do not go different ways</source>
        <translation>Apparatuur waarvan de snoeren niet verschillende wegen gaan</translation>
    </message>
    <message>
        <source>Power and failover</source>
        <translation>Vermogen en uitval</translation>
    </message>
    <message>
        <source>Imbalance: the greatest deviation of a phase from the mean of the three, of nodes with all three.</source>
        <translation>Scheefstand: de grootste afwijking van een fase van het gemiddelde van de drie, van knooppunten met alle drie.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>P7: one side for all cords</source>
        <translation>P7: één zijde voor alle snoeren</translation>
    </message>
    <message>
        <source>P8: one cord where two paths are asked for</source>
        <translation>P8: één snoer waar twee paden zijn gevraagd</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Apparatuur</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Cords</source>
        <translation>Snoeren</translation>
    </message>
    <message>
        <source>All through</source>
        <translation>Alles via</translation>
    </message>
    <message>
        <source>Cords that do not go different ways: of the equipment that the reader may see, as its cords lie on that day, whether a finding or a warning says it or not.</source>
        <translation>Snoeren die geen verschillende wegen gaan: van de apparatuur die de lezer mag zien, zoals de snoeren op die dag liggen, of een bevinding of waarschuwing het nu zegt of niet.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Headroom of each phase under each single failure</source>
        <translation>Speling van elke fase bij elke enkele uitval</translation>
    </message>
    <message>
        <source>Each failure: what the node carries normally, and what comes to it when the other one fails, in kW and on each of its phases, against its limit for failover. Failures that bring it nothing are one row without a name where there is no other: what it then has left is the same under each.</source>
        <translation>Elke uitval: wat het knooppunt normaal draagt, en wat erbij komt als het andere uitvalt, in kW en op elke fase, tegen zijn limiet bij uitval. Uitval die het niets brengt is één regel zonder naam waar er geen andere is: wat het dan over heeft is bij elke uitval hetzelfde.</translation>
    </message>
    <message>
        <source>Loads are budgeted draws of all bookings of the day, held ones too.</source>
        <translation>Belastingen zijn de begrote vermogens van alle boekingen van de dag, ook de gereserveerde.</translation>
    </message>
</context>
<context>
    <name>polder::Printing</name>
    <message>
        <source>Print: %1</source>
        <translation>Afdrukken: %1</translation>
    </message>
    <message>
        <source>%1 takes nothing: it is not printed.</source>
        <translation>%1 neemt niets aan: er is niets afgedrukt.</translation>
    </message>
</context>
<context>
    <name>polder::ReadableReport</name>
    <message>
        <source>Scope</source>
        <translation>Bereik</translation>
    </message>
    <message>
        <source>all that the reader may see</source>
        <translation>alles wat de lezer mag zien</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>As known</source>
        <translation>Zoals bekend</translation>
    </message>
    <message>
        <source>generation %1, %2 UTC</source>
        <translation>bij generatie %1, %2 UTC</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>bij generatie %1</translation>
    </message>
</context>
<context>
    <name>polder::ReciprocityReport</name>
    <message>
        <source>Host</source>
        <translation>Gastheer</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Held, unit-days</source>
        <translation>Gereserveerd, eenheid-dagen</translation>
    </message>
    <message>
        <source>Installed, unit-days</source>
        <translation>Geïnstalleerd, eenheid-dagen</translation>
    </message>
    <message>
        <source>Unit-months or metered</source>
        <translation>Eenheid-maanden of gemeten</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Bedrag</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Verrekening</translation>
    </message>
    <message>
        <source>Guest owes host</source>
        <translation>Gast is gastheer schuldig</translation>
    </message>
    <message>
        <source>Host owes guest</source>
        <translation>Gastheer is gast schuldig</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Lines of the agreements</source>
        <translation>Regels van de overeenkomsten</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Overeenkomst</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>hosting</source>
        <translation>huisvesting</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
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
        <source>Quota</source>
        <translation>Quotum</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Geïnstalleerd</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>Voor u niet zichtbaar</translation>
    </message>
    <message>
        <source>Of the quota</source>
        <translation>Van het quotum</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tarief</translation>
    </message>
    <message>
        <source>By faculty, department and project</source>
        <translation>Per faculteit, afdeling en project</translation>
    </message>
    <message>
        <source>Faculty</source>
        <translation>Faculteit</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Bookings and metered use</source>
        <translation>Boekingen en gemeten gebruik</translation>
    </message>
    <message>
        <source>Equipment or source</source>
        <translation>Apparatuur of bron</translation>
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
        <source>held</source>
        <translation>gereserveerd</translation>
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
        <source>ended</source>
        <translation>beëindigd</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Hoeveelheid</translation>
    </message>
    <message>
        <source>Guest&apos;s share</source>
        <translation>Aandeel van de gast</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Reciprocity</source>
        <translation>Wederkerigheid</translation>
    </message>
    <message>
        <source>From %1 to the day of the report, both included: what each institution hosts for the other, as far as the reader may see it.</source>
        <translation>Van %1 tot en met de dag van het rapport: wat elke instelling voor de andere huisvest, voor zover de lezer het mag zien.</translation>
    </message>
    <message>
        <source>Unit-months: each day as that part of its calendar month, to six decimals for each booking; sums are those of the bookings.</source>
        <translation>Eenheid-maanden: elke dag als dat deel van zijn kalendermaand, op zes decimalen per boeking; sommen zijn die van de boekingen.</translation>
    </message>
    <message>
        <source>Amount: unit-months at the rate of the host for a unit and month, or what was metered at its rate, energy times PUE; to the cent for each booking. No rate: nothing is settled.</source>
        <translation>Bedrag: eenheid-maanden tegen het tarief van de gastheer per eenheid en maand, of wat gemeten is tegen zijn tarief, energie maal PUE; per boeking op de cent. Geen tarief: niets wordt verrekend.</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stuks</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hoogte</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Verbruik</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Requests withdrawn</source>
        <translation>Ingetrokken aanvragen</translation>
    </message>
    <message>
        <source>Purchases avoided</source>
        <translation>Vermeden aankopen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Aanvraag</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>Shared instead</source>
        <translation>In plaats daarvan gedeeld</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Requests withdrawn because something is shared</source>
        <translation>Aanvragen ingetrokken omdat iets gedeeld wordt</translation>
    </message>
    <message>
        <source>Purchases avoided: requests that were withdrawn in these days because something that is shared stood there already, with what they asked for; of equipment that the reader may not see, without its name.</source>
        <translation>Vermeden aankopen: aanvragen die in deze dagen zijn ingetrokken omdat er al iets stond dat gedeeld wordt, met wat zij vroegen; van apparatuur die de lezer niet mag zien, zonder de naam.</translation>
    </message>
    <message>
        <source>without agreement</source>
        <translation>zonder overeenkomst</translation>
    </message>
    <message>
        <source>Quota, held, installed: on the last day; of what is metered, of all days of the line until then. Not shown to you: what the ledger of the line has beside the bookings that the reader may see.</source>
        <translation>Quotum, gereserveerd, geïnstalleerd: op de laatste dag; van wat gemeten wordt over alle dagen van de regel tot dan. Voor u niet zichtbaar: wat het grootboek van de regel heeft naast de boekingen die de lezer mag zien.</translation>
    </message>
    <message>
        <source>Unit-days: quantity times days, times the guest&apos;s share of a system that is owned jointly, whoever of its owners is on record for the piece; the quota counts the whole of what is on record as the guest&apos;s. Held is not settled.</source>
        <translation>Eenheid-dagen: hoeveelheid maal dagen, maal het aandeel van de gast in een systeem van meer eigenaren, wie van hen ook als eigenaar van het stuk te boek staat; voor het quotum telt het geheel van wat op naam van de gast staat. Wat gereserveerd is, wordt niet verrekend.</translation>
    </message>
    <message>
        <source>Without agreement: hosted on days on which no agreement of the two, or no line of it in that unit, is in force. It is said and not settled.</source>
        <translation>Zonder overeenkomst: gehuisvest op dagen waarop geen overeenkomst tussen beide, of geen regel ervan in die eenheid, van kracht is. Het wordt vermeld en niet verrekend.</translation>
    </message>
    <message>
        <source>What is metered is the guest&apos;s, or whose the entry says; what the host used itself is left out. An entry of more days than the statement counts in proportion to its days.</source>
        <translation>Wat gemeten is, is van de gast, of van wie de invoer noemt; wat de gastheer zelf gebruikte, is weggelaten. Invoer over meer dagen dan het overzicht telt naar rato van zijn dagen.</translation>
    </message>
</context>
<context>
    <name>polder::ReportPdf</name>
    <message>
        <source>Definitions</source>
        <translation>Definities</translation>
    </message>
    <message>
        <source>Figures are rounded to the decimals that are shown; the workbook, CSV and JSON have all of them.</source>
        <translation>Getallen zijn afgerond op de getoonde decimalen; de werkmap, CSV en JSON hebben ze alle.</translation>
    </message>
</context>
<context>
    <name>polder::RequestReport</name>
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
        <source>Submitted in</source>
        <translation>Ingediend in</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Ingediend</translation>
    </message>
    <message>
        <source>On behalf</source>
        <translation>Namens</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Besloten</translation>
    </message>
    <message>
        <source>Median wait</source>
        <translation>Mediane wachttijd</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>werkdagen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Throughput and waiting</source>
        <translation>Doorstroom en wachttijd</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Aanvragen</translation>
    </message>
    <message>
        <source>Why requests were rejected</source>
        <translation>Waarom aanvragen zijn afgewezen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewacht</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Streeftijd</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>op tijd</translation>
    </message>
    <message>
        <source>late</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Waited: working days (Dutch calendar) after the day of submission, up to the decision to hold, wait-list or reject, or to the day of the report while there is none. Late: more than %1. The clock does not run for what was returned, withdrawn or went on without a decision.</source>
        <translation>Gewacht: werkdagen (Nederlandse kalender) na de dag van indiening, tot het besluit om te reserveren, op de wachtlijst te zetten of af te wijzen, of tot de dag van het rapport zolang er geen is. Te laat: meer dan %1. De klok loopt niet voor wat teruggegeven of ingetrokken is of zonder besluit verder ging.</translation>
    </message>
    <message>
        <source>Submitted for the first time or again: the last time counts. On behalf: by the coordinator.</source>
        <translation>Voor het eerst of opnieuw ingediend: de laatste keer telt. Namens: door de coördinator.</translation>
    </message>
    <message>
        <source>The state is the one that was known; only requests that the reader may see.</source>
        <translation>De status is de bekende; alleen aanvragen die de lezer mag zien.</translation>
    </message>
    <message>
        <source>Decided late</source>
        <translation>Te laat besloten</translation>
    </message>
    <message>
        <source>Open late</source>
        <translation>Te laat open</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
    <message>
        <source>Submitted and decided in each month</source>
        <translation>Ingediend en besloten in elke maand</translation>
    </message>
</context>
<context>
    <name>polder::SetAside</name>
    <message>
        <source>Set aside, until</source>
        <translation>Terzijde gesteld, tot en met</translation>
    </message>
    <message>
        <source>Set aside: rules of which somebody has decided that they do not hold for a while, for a node, a booking or a request there; each with its last day.</source>
        <translation>Terzijde gesteld: regels waarvan iemand heeft besloten dat ze een tijd niet gelden, voor een knooppunt, een boeking of een aanvraag daar; elk met zijn laatste dag.</translation>
    </message>
</context>
<context>
    <name>polder::SidesTable</name>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Te veel</translation>
    </message>
    <message>
        <source>By side: what the rack PDUs of that side may carry while another fails, added up; L1, L2 and L3 are their phases, and kVA the three together. Reserve is what has to stay for the worst single failure. total + over = reserve + used + held + free, for each rack PDU and so for their sums; limits further up are not in it.</source>
        <translation>Per zijde: wat de rack-PDU’s van die zijde mogen dragen terwijl een andere uitvalt, opgeteld; L1, L2 en L3 zijn hun fasen, en kVA is de drie samen. Reserve is wat moet blijven voor de ergste enkele uitval. totaal + te veel = reserve + gebruikt + gereserveerd + vrij, voor elke rack-PDU en dus voor hun som; grenzen hogerop tellen hier niet mee.</translation>
    </message>
    <message>
        <source>Floor: what the floor under the racks may bear, and what stands on it; load is what racks weigh with all that is in them, over the area on which they stand. An empty total: nobody has said it.</source>
        <translation>Vloer: wat de vloer onder de racks mag dragen, en wat erop staat; belasting is wat de racks wegen met alles wat erin staat, over het oppervlak waarop zij staan. Een leeg totaal: niemand heeft het gezegd.</translation>
    </message>
    <message>
        <source>Power by side and phase</source>
        <translation>Vermogen per zijde en fase</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Zijde</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Oppervlak</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Belasting</translation>
    </message>
    <message>
        <source>Floor load by area</source>
        <translation>Vloerbelasting per oppervlak</translation>
    </message>
</context>
<context>
    <name>polder::SiteSheet</name>
    <message>
        <source>not known: ______________________</source>
        <translation>niet bekend: ______________________</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 tot %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>ten minste %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>ten hoogste %1</translation>
    </message>
    <message>
        <source>Site preparation: %1</source>
        <translation>Voorbereiding van de plaats: %1</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>From – until</source>
        <translation>Van – tot en met</translation>
    </message>
    <message>
        <source>Width × depth × height</source>
        <translation>Breedte × diepte × hoogte</translation>
    </message>
    <message>
        <source>Free: front, rear, left, right</source>
        <translation>Vrij: voor, achter, links, rechts</translation>
    </message>
    <message>
        <source>, %1 kN/m² on its footprint</source>
        <translation>, %1 kN/m² op zijn grondvlak</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Vermogen</translation>
    </message>
    <message>
        <source>Cords</source>
        <translation>Snoeren</translation>
    </message>
    <message>
        <source>%1, %2, plug %3</source>
        <translation>%1, %2, stekker %3</translation>
    </message>
    <message>
        <source>three-phase</source>
        <translation>driefasig</translation>
    </message>
    <message>
        <source>single-phase</source>
        <translation>eenfasig</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>Stopcontacten</translation>
    </message>
    <message>
        <source>Heat to air, to water</source>
        <translation>Warmte naar lucht, naar water</translation>
    </message>
    <message>
        <source>Cooling water</source>
        <translation>Koelwater</translation>
    </message>
    <message>
        <source>%1 l/min, %2</source>
        <translation>%1 l/min, %2</translation>
    </message>
    <message>
        <source>Air at its inlet</source>
        <translation>Lucht bij de inlaat</translation>
    </message>
    <message>
        <source>Drift of the air</source>
        <translation>Verloop van de lucht</translation>
    </message>
    <message>
        <source>at most %1 K/h</source>
        <translation>ten hoogste %1 K/u</translation>
    </message>
    <message>
        <source>Vibration</source>
        <translation>Trilling</translation>
    </message>
    <message>
        <source>Magnetic field</source>
        <translation>Magnetisch veld</translation>
    </message>
    <message>
        <source>at most %1 nT</source>
        <translation>ten hoogste %1 nT</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>As it is delivered</source>
        <translation>Zoals het geleverd wordt</translation>
    </message>
    <message>
        <source>Way in: %1</source>
        <translation>Weg naar binnen: %1</translation>
    </message>
    <message>
        <source>no limit known</source>
        <translation>geen grens bekend</translation>
    </message>
    <message>
        <source>The footprint and what stays free around it are marked on the floor</source>
        <translation>Het grondvlak en wat eromheen vrij blijft zijn op de vloer gemarkeerd</translation>
    </message>
    <message>
        <source>The floor bears it, on its footprint and on the way in</source>
        <translation>De vloer draagt het, op het grondvlak en onderweg naar binnen</translation>
    </message>
    <message>
        <source>The outlets are there, of the right type, and have been measured</source>
        <translation>De stopcontacten zijn er, van het juiste type, en zijn gemeten</translation>
    </message>
    <message>
        <source>The media are connected and tested</source>
        <translation>De media zijn aangesloten en getest</translation>
    </message>
    <message>
        <source>The air has been within its range for a week</source>
        <translation>De lucht is een week binnen haar grenzen gebleven</translation>
    </message>
    <message>
        <source>Prepared by: ________________________    Date: ______________</source>
        <translation>Voorbereid door: ________________________    Datum: ______________</translation>
    </message>
    <message>
        <source>Site preparation</source>
        <translation>Voorbereiding van de plaats</translation>
    </message>
    <message>
        <source>As known at generation %1</source>
        <translation>Zoals bekend bij generatie %1</translation>
    </message>
    <message>
        <source>Middle of its footprint</source>
        <translation>Midden van het grondvlak</translation>
    </message>
    <message>
        <source>%1 from the west, %2 from the north</source>
        <translation>%1 van het westen, %2 van het noorden</translation>
    </message>
    <message>
        <source>Front, clockwise from the north</source>
        <translation>Voorkant, vanaf het noorden</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 – without end</source>
        <translation>%1 – zonder einde</translation>
    </message>
</context>
<context>
    <name>polder::StrandedReport</name>
    <message>
        <source>Stranded: what is still free when the estate is filled up with a reference mix of requests until no rack takes any of it, each rack in turn, and every rule of space, power (under each single failure), weight, heat and outlets holds. The mix, each with two cords on C13: %1.</source>
        <translation>Gestrand: wat nog vrij is als alles wordt gevuld met een referentiemix van aanvragen tot geen rack er nog iets van aanneemt, elk rack op zijn beurt, en elke regel van ruimte, vermogen (bij elke enkele uitval), gewicht, warmte en contactdozen geldt. De mix, elk met twee snoeren op C13: %1.</translation>
    </message>
    <message>
        <source>Binding: what the racks then lack for the request that lacks least; of several racks, what strands most of their U. A node is named where it is a node&apos;s limit.</source>
        <translation>Knelpunt: wat de racks dan ontbreekt voor de aanvraag die het minst ontbreekt; van meer racks wat de meeste U strandt. Een knooppunt wordt genoemd waar het diens limiet is.</translation>
    </message>
    <message>
        <source>U and outlets of a place are the sums over its racks; partly: of used and held units, those in which another device would still fit.</source>
        <translation>U en contactdozen van een plaats zijn de sommen over haar racks; deels: van de gebruikte en gereserveerde units die waarin nog een apparaat zou passen.</translation>
    </message>
    <message>
        <source>kW, kg and heat of a place: used and held are sums over its racks. Total and free are what the racks may have together, as the nodes above them bear it, also while any one thing fails.</source>
        <translation>kW, kg en warmte van een plaats: gebruikt en gereserveerd zijn sommen over haar racks. Totaal en vrij zijn wat de racks samen mogen hebben, zoals de knooppunten erboven het dragen, ook als er één ding uitvalt.</translation>
    </message>
    <message>
        <source>Held is what is held or delivered and not yet installed, as far as the reader may see it; what others hold is counted as used, and so is a half unit in which something else stands too.</source>
        <translation>Gereserveerd is wat gereserveerd of geleverd en nog niet geïnstalleerd is, voor zover de lezer het mag zien; wat anderen reserveren telt als gebruikt, net als een halve unit waarin ook iets anders staat.</translation>
    </message>
    <message>
        <source>An empty total: nobody has said what it may take, or it is not limited.</source>
        <translation>Een leeg totaal: niemand heeft gezegd wat het mag hebben, of er is geen limiet.</translation>
    </message>
    <message>
        <source>Stranded capacity</source>
        <translation>Gestrande capaciteit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Datacenter</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Zaal</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
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
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Deels</translation>
    </message>
    <message>
        <source>Stranded</source>
        <translation>Gestrand</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>Knelpunt</translation>
    </message>
    <message>
        <source>Binding node</source>
        <translation>Knooppunt van knelpunt</translation>
    </message>
    <message>
        <source>Of a node used and held are sums of what hangs on it; free is what it still bears itself. Reserve is what has to stay for the worst single failure, of a place what its racks cannot have together. Over is carried without a total or beyond it. So total + over = blocked + reserve + used + held + free, in every row.</source>
        <translation>Van een knooppunt zijn gebruikt en gereserveerd sommen van wat eraan hangt; vrij is wat het zelf nog draagt. Reserve is wat moet blijven voor de ergste enkele uitval, van een plaats wat haar racks samen niet kunnen krijgen. Te veel wordt zonder totaal of daarboven gedragen. Dus totaal + te veel = geblokkeerd + reserve + gebruikt + gereserveerd + vrij, in elke regel.</translation>
    </message>
    <message>
        <source>Of what carries power L1, L2 and L3 too, in kVA; kVA of a place is the three phases of its rack PDUs together. Floor is what the floor below the racks bears.</source>
        <translation>Van wat vermogen draagt ook L1, L2 en L3, in kVA; kVA van een plaats is de drie fasen van haar rack-PDU’s samen. Vloer is wat de vloer onder de racks draagt.</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Te veel</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
</context>
<context>
    <name>polder::WorkOrder</name>
    <message>
        <source>Install</source>
        <translation>Installeren</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Afvoeren</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>buiten</translation>
    </message>
    <message>
        <source>rear</source>
        <translation>achter</translation>
    </message>
    <message>
        <source>front</source>
        <translation>voor</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>geen geregistreerd</translation>
    </message>
    <message>
        <source>shut down, with the owner&apos;s word</source>
        <translation>uitgezet, met akkoord van de eigenaar</translation>
    </message>
    <message>
        <source>cords and network off</source>
        <translation>voedingssnoeren en netwerk los</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>eruit gehaald</translation>
    </message>
    <message>
        <source>placed, rails fast</source>
        <translation>geplaatst, rails vast</translation>
    </message>
    <message>
        <source>cords in these outlets</source>
        <translation>snoeren in deze contactdozen</translation>
    </message>
    <message>
        <source>network</source>
        <translation>netwerk</translation>
    </message>
    <message>
        <source>label on it</source>
        <translation>label erop</translation>
    </message>
    <message>
        <source>recorded in Polder</source>
        <translation>vastgelegd in Polder</translation>
    </message>
    <message>
        <source>wipe certificate</source>
        <translation>wisbewijs</translation>
    </message>
    <message>
        <source>blanking panel</source>
        <translation>blindpaneel</translation>
    </message>
    <message>
        <source>weight not known</source>
        <translation>gewicht niet bekend</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>inventarisnummer %1</translation>
    </message>
    <message>
        <source>S/N %1</source>
        <translation>S/N %1</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1 op %2: %3</translation>
    </message>
    <message>
        <source>From: %1 – outlets %2</source>
        <translation>Van: %1 – contactdozen %2</translation>
    </message>
    <message>
        <source>To: %1 – outlets %2</source>
        <translation>Naar: %1 – contactdozen %2</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Er is niets te doen.</translation>
    </message>
    <message>
        <source>Done by: ________________________    Date: ______________</source>
        <translation>Gedaan door: ________________________    Datum: ______________</translation>
    </message>
    <message>
        <source>Work order, %1 to %2</source>
        <translation>Werkopdracht, %1 tot en met %2</translation>
    </message>
    <message>
        <source>As known at generation %1</source>
        <translation>Zoals bekend in generatie %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>polder::Workbook</name>
    <message>
        <source>About</source>
        <translation>Over dit rapport</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definities</translation>
    </message>
    <message>
        <source>The workbook cannot be written: %1</source>
        <translation>De werkmap kan niet worden geschreven: %1</translation>
    </message>
</context>
</TS>
