listen polder
