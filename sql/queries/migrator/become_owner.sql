set local role polder_owner
