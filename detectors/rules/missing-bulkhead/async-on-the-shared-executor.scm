(marker_annotation name: (identifier) @name (#eq? @name "Async")) @finding
