select id, model_id, name
from polder.model_bay
