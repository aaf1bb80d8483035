select inlet, outlet from polder.plug_fit order by inlet, outlet
