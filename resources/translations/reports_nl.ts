<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context>
    <name>polder::CapacityReport</name>
    <message>
        <source>U: total = blocked + used + held + free. A half unit counts as used if anything touches it, whatever its depth or width.</source>
        <translation>U: totaal = geblokkeerd + gebruikt + gereserveerd + vrij. Een halve unit telt als gebruikt zodra er iets in staat, hoe diep of breed ook.</translation>
    </message>
    <message>
        <source>kW: total is the least of the rack&apos;s heat limit and of what its rack PDUs may carry when the other side fails; limits of feeds and supplies further up are not in it. Used is the budgeted draw.</source>
        <translation>kW: totaal is het kleinste van de warmtelimiet van het rack en van wat de rack-PDU's mogen dragen als de andere zijde uitvalt; limieten van hogere voedingen zitten er niet in. Gebruikt is het begrote vermogen.</translation>
    </message>
    <message>
        <source>kg: total is the static load of the rack; used is equipment with rails and cable arms.</source>
        <translation>kg: totaal is de statische belasting van het rack; gebruikt is apparatuur met rails en kabelarmen.</translation>
    </message>
    <message>
        <source>Held is what is held or delivered and not yet installed, as far as the reader may see it; what others hold is counted as used.</source>
        <translation>Gereserveerd is wat gereserveerd of geleverd en nog niet geïnstalleerd is, voor zover de lezer het mag zien; wat anderen reserveren telt als gebruikt.</translation>
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
</context>
<context>
    <name>polder::PaperTable</name>
    <message>
        <source>Nothing to show.</source>
        <translation>Niets te tonen.</translation>
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
    <name>polder::StrandedReport</name>
    <message>
        <source>Stranded: what is still free when the estate is filled up with a reference mix of requests until no rack takes any of it, each rack in turn, and every rule of space, power (under each single failure), weight, heat and outlets holds. The mix, of twelve: six servers of 1U 300 W 18 kg, four of 2U 600 W 28 kg, one of 4U 1.5 kW 45 kg, one shelf of 4U 800 W 90 kg, all with two cords on C13.</source>
        <translation>Gestrand: wat nog vrij is als alles wordt gevuld met een referentiemix van aanvragen tot geen rack er nog iets van aanneemt, elk rack op zijn beurt, en elke regel van ruimte, vermogen (bij elke enkele uitval), gewicht, warmte en contactdozen geldt. De mix, van twaalf: zes servers van 1U 300 W 18 kg, vier van 2U 600 W 28 kg, één van 4U 1,5 kW 45 kg, één opslagplank van 4U 800 W 90 kg, alle met twee snoeren op C13.</translation>
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
        <source>Of a node used and held are sums of what hangs on it; free is what it still bears itself. What is neither used, held nor free waits for a failure.</source>
        <translation>Van een knooppunt zijn gebruikt en gereserveerd sommen van wat eraan hangt; vrij is wat het zelf nog draagt. Wat niet gebruikt, gereserveerd of vrij is, wacht op een uitval.</translation>
    </message>
    <message>
        <source>Held is what is held or delivered and not yet installed, as far as the reader may see it; what others hold is counted as used.</source>
        <translation>Gereserveerd is wat gereserveerd of geleverd en nog niet geïnstalleerd is, voor zover de lezer het mag zien; wat anderen reserveren telt als gebruikt.</translation>
    </message>
    <message>
        <source>An empty total: nobody has said what it may take, or it is not limited.</source>
        <translation>Een leeg totaal: niemand heeft gezegd wat het mag hebben, of er is geen limiet.</translation>
    </message>
    <message>
        <source>Stranded capacity</source>
        <translation>Gestrande capaciteit</translation>
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
