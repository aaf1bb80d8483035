select name, sha256 from polder_meta.migration
