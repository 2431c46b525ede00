package dev.jrelease.verify;

import dev.jrelease.image.layer.LayerEntry;

/** An entry of a layer with the type of its content. */
record LayerFile(LayerEntry entry, FileType content) {}
