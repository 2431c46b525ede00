package dev.jrelease.verify;

import dev.jrelease.image.layer.LayerEntry;

/** What is kept of an entry of a layer. */
record LayerFile(LayerEntry entry, FileType content) {}
