<?php
// usage: php dompdf_paper.php PAGE.html PAGE.pdf FOLDER
// The page as the web systems of many offices print it: dompdf draws letters one by one, without joining them.
// FOLDER takes its copies of the fonts.

require 'dompdf/autoload.php';

[, $html, $pdf, $folder] = $argv;
$options = new Dompdf\Options();
$options->setChroot(['/usr/share/fonts', dirname($html)]);
$options->setFontDir($folder);
$options->setFontCache($folder);
$options->setTempDir($folder);
$dompdf = new Dompdf\Dompdf($options);
$dompdf->loadHtml(file_get_contents($html), 'UTF-8');
$dompdf->setPaper('A4');
$dompdf->render();
file_put_contents($pdf, $dompdf->output());
