set transaction snapshot ':moment'
