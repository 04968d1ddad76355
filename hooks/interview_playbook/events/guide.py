"""The guide's pages, where a playbook has none of its own."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from interview_playbook.package import starter_dir


def guide_files(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Yield each page of the guide that comes with the package and isn't in the playbook.

    So its links always lead somewhere, and an upgrade brings the newest; a page of the same name in
    the playbook's own content/pages/guide/ takes its place.
    """
    pages = starter_dir() / "content" / "pages"
    for path in sorted((pages / "guide").rglob("*.md")):
        name = path.relative_to(pages).as_posix()
        if files.get_file_from_path(name) is None:
            file = File(name, str(pages), config.site_dir, config.use_directory_urls)
            file.edit_uri = None
            yield file
