// The door of this module: the themes that come with dyad, as the bytes of their TOML files.
