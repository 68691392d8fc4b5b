<?php
// usage: php tcpdf_paper.php PAGE.html PAGE.pdf FONT.ttf FOLDER
// The page as TCPDF prints it, which many web systems of offices have. FOLDER takes the font as TCPDF wants it.

[, $html, $pdf, $font, $folder] = $argv;
define('K_TCPDF_THROW_EXCEPTION_ERROR', true);
require 'tcpdf/tcpdf.php';

$name = TCPDF_FONTS::addTTFfont($font, 'TrueTypeUnicode', '', 32, "$folder/");
$paper = new TCPDF('P', 'mm', 'A4', true, 'UTF-8');
$paper->setPrintHeader(false);
$paper->setPrintFooter(false);
$paper->SetFont($name, '', 12, "$folder/$name.php");
$paper->AddPage();
$paper->writeHTML(file_get_contents($html));
$paper->Output($pdf, 'F');
