"""Gene alterations: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract

PATIENT = " A 50-year-old man with lung adenocarcinoma received cisplatin."
SAID = [
    (
        "Next-generation sequencing revealed alterations in ATM, TP53, ARID1A and KRAS G12D.",
        ["ARID1A mutation present", "ATM mutation present", "KRAS mutation G12D present", "TP53 mutation present"],
    ),
    ("Neither EGFR mutations nor ALK translocations were found.", ["ALK fusion absent", "EGFR mutation absent"]),
    (
        "She tested negative for EGFR, ALK and ROS1.",
        ["ALK fusion absent", "EGFR mutation absent", "ROS1 fusion absent"],
    ),
    (
        "EGFR, ALK, ROS1 and KRAS were all wild type.",
        ["ALK fusion absent", "EGFR mutation absent", "KRAS mutation absent", "ROS1 fusion absent"],
    ),
    (
        "Molecular analysis was positive for BRAF V600E mutation and negative for NRAS and KIT mutations.",
        ["BRAF mutation V600E present", "KIT mutation absent", "NRAS mutation absent"],
    ),
    ("The tumour harboured a fusion between CD74 and ROS1.", ["ROS1 fusion CD74::ROS1 present"]),
    (
        "FISH showed MET amplification (MET/CEP7 ratio 5.2), and PTEN loss was seen.",
        ["MET amplification present", "PTEN deletion present"],
    ),
    ("MGMT promoter was methylated and IDH1 was wild type.", ["IDH1 mutation absent", "MGMT methylation present"]),
    ("A germline BRCA2 mutation (c.5946delT) was detected.", ["BRCA2 mutation c.5946delT present"]),
    (
        "Sequencing identified EGFR p.Leu858Arg and, at progression, p.Thr790Met and C797S.",
        ["EGFR mutation C797S present", "EGFR mutation L858R present", "EGFR mutation T790M present"],
    ),
    (
        "The CML patient was BCR-ABL1-positive with an E255K kinase domain mutation.",
        ["ABL1 fusion BCR::ABL1 present", "ABL1 mutation E255K present"],
    ),
    (
        "CD117 was positive, DOG1 positive, and a KIT exon 11 deletion was found (p.Val559del).",
        ["KIT expression present", "KIT mutation V559del present"],
    ),
    (
        "The AML carried NPM1 mutation, FLT3-ITD and DNMT3A R882H.",
        ["DNMT3A mutation R882H present", "FLT3 mutation ITD present", "NPM1 mutation present"],
    ),
    (
        "Immunohistochemistry showed loss of INI1 (SMARCB1) expression and positivity for CK7, TTF-1, p63, and BCL2.",
        ["SMARCB1 loss_of_expression present"],
    ),
    ("EGFR exon 19 deletion-positive lung cancer was diagnosed.", ["EGFR mutation exon 19 deletion present"]),
    (
        "No mutations were detected in EGFR, BRAF, KRAS or HER2.",
        ["BRAF mutation absent", "EGFR mutation absent", "ERBB2 mutation absent", "KRAS mutation absent"],
    ),
    (
        "The patient had EGFR-mutated, ALK-negative NSCLC and received EGFR-TKI.",
        ["ALK fusion absent", "EGFR mutation present"],
    ),
    ("HER2 was amplified by FISH.", ["ERBB2 amplification present"]),
    (
        "Next-generation sequencing showed no actionable mutations; EGFR, ALK, ROS1, RET and BRAF were negative.",
        [
            "ALK fusion absent",
            "BRAF mutation absent",
            "EGFR mutation absent",
            "RET fusion absent",
            "ROS1 fusion absent",
        ],
    ),
    (
        "FISH for ALK rearrangement was negative, and ROS1 IHC was negative.",
        ["ALK fusion absent", "ROS1 expression absent"],
    ),
    (
        "CDKN2A/B homozygous deletion, TERT promoter mutation (C228T) and EGFR amplification were present.",
        ["CDKN2A deletion present", "EGFR amplification present", "TERT mutation C228T present"],
    ),
    (
        "The tumor was KRAS/NRAS/BRAF wild-type.",
        ["BRAF mutation absent", "KRAS mutation absent", "NRAS mutation absent"],
    ),
    ("RAS wild-type colon cancer was treated.", ["KRAS mutation absent", "NRAS mutation absent"]),
    (
        "The tumor was RAS and BRAF wild type, MSS, HER2 negative.",
        ["BRAF mutation absent", "KRAS mutation absent", "NRAS mutation absent"],
    ),
    (
        "PIK3CA p.H1047R, ESR1 p.D538G and TP53 splice site mutations were found in ctDNA.",
        ["ESR1 mutation D538G present", "PIK3CA mutation H1047R present", "TP53 mutation present"],
    ),
    ("Sequencing of the EGFR gene revealed an L861Q point mutation in exon 21.", ["EGFR mutation L861Q present"]),
    (
        "FoundationOne testing: TP53 R175H, CDKN2A loss, MYC amplification, KRAS G12C, STK11 Q37*.",
        [
            "CDKN2A deletion present",
            "KRAS mutation G12C present",
            "MYC amplification present",
            "STK11 mutation Q37* present",
            "TP53 mutation R175H present",
        ],
    ),
    ("RNA sequencing disclosed an EML4 (exon 13)-ALK (exon 20) fusion.", ["ALK fusion EML4::ALK present"]),
    ("The ALK fusion partner was STRN.", ["ALK fusion STRN::ALK present"]),
    ("FISH revealed rearrangement of the EWSR1 gene.", ["EWSR1 fusion present"]),
    ("The EWSR1-FLI1 fusion transcript was confirmed by RT-PCR.", ["FLI1 fusion EWSR1::FLI1 present"]),
    (
        "He carried a JAK2 V617F mutation but no CALR or MPL mutation.",
        ["CALR mutation absent", "JAK2 mutation V617F present", "MPL mutation absent"],
    ),
    (
        "Exons 9, 11, 13 and 17 of KIT and exons 12, 14 and 18 of PDGFRA showed no mutation.",
        ["KIT mutation absent", "PDGFRA mutation absent"],
    ),
    ("Mutational analysis of KIT and PDGFRA was negative.", ["KIT mutation absent", "PDGFRA mutation absent"]),
    ("She had Lynch syndrome with an MSH2 mutation.", ["MSH2 mutation present"]),
    ("Her sister carried a BRCA1 mutation.", []),
    (
        "His tumor had high PD-L1 expression (TPS 90%), no EGFR mutation, and no ALK rearrangement.",
        ["ALK fusion absent", "EGFR mutation absent"],
    ),
    (
        "MET exon 14 skipping mutation was detected, and he received capmatinib.",
        ["MET mutation exon 14 skipping present"],
    ),
    (
        "Genetic testing did not reveal any EGFR, ALK, or ROS1 alterations.",
        ["ALK fusion absent", "EGFR mutation absent", "ROS1 fusion absent"],
    ),
    ("Gene testing revealed the EGFR 19-Del mutation.", ["EGFR mutation exon 19 deletion present"]),
    ("Testing for EGFR mutation and ALK rearrangement was negative.", ["ALK fusion absent", "EGFR mutation absent"]),
    ("EGFR mutation (exon 21 L858R) was positive.", ["EGFR mutation L858R present"]),
    (
        "Testing showed no EGFR mutations or ALK, ROS1 and RET rearrangements.",
        ["ALK fusion absent", "EGFR mutation absent", "RET fusion absent", "ROS1 fusion absent"],
    ),
    (
        "The tumour was negative for EGFR mutation, ALK rearrangement, and ROS1 fusion but positive for KRAS p.G12C.",
        ["ALK fusion absent", "EGFR mutation absent", "KRAS mutation G12C present", "ROS1 fusion absent"],
    ),
    ("A novel KIF5B-RET fusion (K15;R12) was detected by NGS.", ["RET fusion KIF5B::RET present"]),
    ("Cytogenetics showed t(9;22)(q34;q11) with BCR-ABL1 fusion.", ["ABL1 fusion BCR::ABL1 present"]),
    ("FISH with a break-apart probe showed SS18 gene rearrangement.", ["SS18 fusion present"]),
    ("He was found to have BRAF-mutant melanoma.", ["BRAF mutation present"]),
    (
        "Molecular testing demonstrated wild-type EGFR, KRAS and BRAF.",
        ["BRAF mutation absent", "EGFR mutation absent", "KRAS mutation absent"],
    ),
    ("MLH1 promoter hypermethylation was absent.", ["MLH1 methylation absent"]),
    (
        "Targeted sequencing revealed pathogenic variants in TP53 (p.R248Q), NOTCH1 (p.L1678P) and SF3B1 (p.K700E).",
        ["NOTCH1 mutation L1678P present", "SF3B1 mutation K700E present", "TP53 mutation R248Q present"],
    ),
    ("The variant allele frequency of the IDH2 R140Q mutation was 38%.", ["IDH2 mutation R140Q present"]),
    (
        "Mutations of ASXL1, RUNX1, and SRSF2 were identified, whereas FLT3, NPM1 and CEBPA were not mutated.",
        [
            "ASXL1 mutation present",
            "CEBPA mutation absent",
            "FLT3 mutation absent",
            "NPM1 mutation absent",
            "RUNX1 mutation present",
            "SRSF2 mutation present",
        ],
    ),
    ("Re-biopsy revealed EGFR T790M negative status.", ["EGFR mutation T790M absent"]),
    ("The T790M mutation was not detected.", ["EGFR mutation T790M absent"]),
    ("Plasma genotyping showed disappearance of EGFR T790M.", ["EGFR mutation T790M present"]),
    (
        "ctDNA revealed the acquired MET amplification and EGFR C797S in cis with T790M.",
        ["EGFR mutation C797S present", "EGFR mutation T790M present", "MET amplification present"],
    ),
    ("The patient's tumor had a high copy number of MET (copy number 14).", ["MET amplification present"]),
    ("ERBB2 exon 20 insertion (A775_G776insYVMA) was found.", ["ERBB2 mutation A775_G776insYVMA present"]),
    (
        "She had a somatic KRAS G12V mutation and a germline ATM c.8147T>C variant of uncertain significance.",
        ["ATM mutation c.8147T>C present", "KRAS mutation G12V present"],
    ),
    ("Genetic testing for BRCA1/2 was negative.", ["BRCA1 mutation absent", "BRCA2 mutation absent"]),
    ("Genetic analysis for RET proto-oncogene revealed a C634R mutation.", ["RET mutation C634R present"]),
    ("BRCA1 and BRCA2 germline testing was negative.", ["BRCA1 mutation absent", "BRCA2 mutation absent"]),
    ("Genomic profiling identified NTRK1-TPM3 gene fusion.", ["NTRK1 fusion TPM3::NTRK1 present"]),
    (
        "A PIK3CA mutation (E545K) and loss of PTEN were found.",
        ["PIK3CA mutation E545K present", "PTEN deletion present"],
    ),
    ("ROS1-positive lung adenocarcinoma was treated with crizotinib.", ["ROS1 fusion present"]),
    ("The KRAS gene was of wild type.", ["KRAS mutation absent"]),
    ("The ETV6::NTRK3 rearrangement was shown by FISH.", ["NTRK3 fusion ETV6::NTRK3 present"]),
    (
        "Cells harbored FGFR3::TACC3 and FGFR2-BICC1 fusions.",
        ["FGFR2 fusion FGFR2::BICC1 present", "FGFR3 fusion FGFR3::TACC3 present"],
    ),
    (
        "Hotspot mutations in the TERT promoter, BRAF, and H3F3A genes were absent.",
        ["BRAF mutation absent", "H3-3A mutation absent", "TERT mutation absent"],
    ),
    ("H3 K27M-mutant diffuse midline glioma was diagnosed.", ["H3-3A mutation K27M present"]),
    (
        "IDH-wildtype glioblastoma with MGMT promoter methylation and EGFRvIII.",
        ["EGFR mutation vIII present", "IDH1 mutation absent", "IDH2 mutation absent", "MGMT methylation present"],
    ),
    (
        "IDH1 R132H immunostaining was negative and ATRX was retained.",
        ["ATRX loss_of_expression absent", "IDH1 mutation R132H absent"],
    ),
    ("1p/19q codeletion and IDH1 mutation were found.", ["IDH1 mutation present"]),
    ("There was amplification of MDM2 and CDK4.", ["CDK4 amplification present", "MDM2 amplification present"]),
    (
        "MYC, BCL2 and BCL6 rearrangements were present (triple hit).",
        ["BCL2 fusion present", "BCL6 fusion present", "MYC fusion present"],
    ),
    (
        "FISH was negative for MYC, BCL2, and BCL6 rearrangements.",
        ["BCL2 fusion absent", "BCL6 fusion absent", "MYC fusion absent"],
    ),
    (
        "A heterozygous germline mutation in the VHL gene (c.499C>T, p.Arg167Trp) was identified.",
        ["VHL mutation R167W present"],
    ),
    (
        "KRAS mutation was not detected but the NRAS gene showed Q61K.",
        ["KRAS mutation absent", "NRAS mutation Q61K present"],
    ),
    (
        "Genetic testing revealed a pathogenic variant in the CHEK2 gene (c.1100delC).",
        ["CHEK2 mutation c.1100delC present"],
    ),
    (
        "Whole-exome sequencing identified somatic mutations of TP53 (c.524G>A; p.R175H), SMAD4, and an ERBB2 amplification.",
        [
            "ERBB2 amplification present",
            "SMAD4 mutation present",
            "TP53 mutation R175H present",
            "TP53 mutation c.524G>A present",
        ],
    ),
    ("The tumour was positive for the BRAF mutation V600E.", ["BRAF mutation V600E present"]),
    (
        "Mutation analysis: EGFR wild type, KRAS wild type, ALK FISH negative, ROS1 FISH negative.",
        ["ALK fusion absent", "EGFR mutation absent", "KRAS mutation absent", "ROS1 fusion absent"],
    ),
    ("EGFR/ALK/ROS1 were negative.", ["ALK fusion absent", "EGFR mutation absent", "ROS1 fusion absent"]),
    ("The patient was EGFR and ALK negative.", ["ALK fusion absent", "EGFR mutation absent"]),
    (
        "No sensitizing EGFR mutation was found, but a KRAS exon 2 mutation (G12A) was.",
        ["EGFR mutation absent", "KRAS mutation G12A present"],
    ),
    ("He had a mutation in exon 9 of KIT (A502_Y503dup).", ["KIT mutation A502_Y503dup present"]),
    ("Bone marrow PCR detected PML-RARA fusion transcripts.", ["RARA fusion PML::RARA present"]),
    ("Cytogenetics revealed t(15;17)(q22;q12), PML/RARA.", ["RARA fusion PML::RARA present"]),
    ("FISH confirmed an 11q23 (KMT2A) rearrangement.", ["KMT2A fusion present"]),
    ("MLL gene rearrangement was found.", ["KMT2A fusion present"]),
    ("The JAK2V617F mutation was positive with an allele burden of 54%.", ["JAK2 mutation V617F present"]),
    ("MYD88 L265P was detected while CXCR4 was wild type.", ["CXCR4 mutation absent", "MYD88 mutation L265P present"]),
    (
        "The tumor harboured co-amplification of KIT, PDGFRA and KDR.",
        ["KDR amplification present", "KIT amplification present", "PDGFRA amplification present"],
    ),
    (
        "NGS: TP53 p.Y220C (VAF 45%), RB1 p.R320* (VAF 60%), MYCL amplification.",
        ["MYCL amplification present", "RB1 mutation R320* present", "TP53 mutation Y220C present"],
    ),
    ("TP53 and RB1 were inactivated.", ["RB1 mutation present", "TP53 mutation present"]),
    (
        "Sequencing showed biallelic loss of RB1 and a TP53 frameshift mutation.",
        ["RB1 deletion present", "TP53 mutation present"],
    ),
    ("There was no evidence of BRAF V600E mutation.", ["BRAF mutation V600E absent"]),
    ("She was a carrier of a germline TP53 mutation (Li-Fraumeni syndrome).", ["TP53 mutation present"]),
    ("He was diagnosed with BRCA2-mutated prostate cancer.", ["BRCA2 mutation present"]),
    (
        "The lung adenocarcinoma harbored an EGFR G719X and S768I compound mutation.",
        ["EGFR mutation G719X present", "EGFR mutation S768I present"],
    ),
    (
        "A repeat biopsy revealed small cell transformation with retained EGFR exon 19 deletion and no T790M.",
        ["EGFR mutation T790M absent", "EGFR mutation exon 19 deletion present"],
    ),
    ("A secondary ALK G1202R mutation emerged.", ["ALK mutation G1202R present"]),
    ("The patient did not carry the EGFR T790M mutation.", ["EGFR mutation T790M absent"]),
    (
        "The IDH1 R132H mutant protein was expressed and nuclear ATRX expression was lost.",
        ["ATRX loss_of_expression present", "IDH1 mutation R132H present"],
    ),
    ("SMARCA4 (BRG1) was lost by immunohistochemistry.", ["SMARCA4 loss_of_expression present"]),
    ("INI1 was retained.", ["SMARCB1 loss_of_expression absent"]),
    ("A NAB2-STAT6 fusion was present and STAT6 was positive.", ["STAT6 fusion NAB2::STAT6 present"]),
    ("t(11;22) EWSR1/FLI1 translocation was demonstrated.", ["FLI1 fusion EWSR1::FLI1 present"]),
    ("RT-PCR showed the SYT-SSX1 fusion gene.", ["SSX1 fusion SS18::SSX1 present"]),
    ("The tumor showed COL1A1-PDGFB rearrangement by FISH.", ["PDGFB fusion COL1A1::PDGFB present"]),
    ("TFE3 rearrangement was confirmed by FISH (Xp11 translocation).", ["TFE3 fusion present"]),
    ("TFE3 immunostain was positive.", []),
    ("The BCR-ABL transcript level was 45%.", ["ABL1 fusion BCR::ABL1 present"]),
    ("Quantitative PCR for BCR-ABL1 became undetectable.", ["ABL1 fusion BCR::ABL1 present"]),
    (
        "BCR-ABL1 was not detected and JAK2 V617F was positive.",
        ["ABL1 fusion BCR::ABL1 absent", "JAK2 mutation V617F present"],
    ),
    ("The KIT D816V mutation was found in bone marrow.", ["KIT mutation D816V present"]),
    (
        "CALR mutation type 1 was detected; JAK2 and MPL were negative.",
        ["CALR mutation present", "JAK2 mutation absent", "MPL mutation absent"],
    ),
    (
        "NGS demonstrated KRAS G12D, TP53 R273H and CDKN2A deletion in pancreatic adenocarcinoma.",
        ["CDKN2A deletion present", "KRAS mutation G12D present", "TP53 mutation R273H present"],
    ),
    (
        "Germline testing was negative for BRCA1, BRCA2, PALB2, and ATM mutations.",
        ["ATM mutation absent", "BRCA1 mutation absent", "BRCA2 mutation absent", "PALB2 mutation absent"],
    ),
    ("HER2 mutation (exon 20 insertion) was identified.", ["ERBB2 mutation exon 20 insertion present"]),
    (
        "PD-L1 was 0%, EGFR mutation-positive (L858R), ALK-negative.",
        ["ALK fusion absent", "EGFR mutation L858R present"],
    ),
    ("Oncomine testing returned MET exon 14 skipping (c.3028+1G>T).", ["MET mutation exon 14 skipping present"]),
    (
        "A FGFR2-BICC1 fusion was found, and later FGFR2 N549K and V564F mutations emerged under pemigatinib.",
        ["FGFR2 fusion FGFR2::BICC1 present", "FGFR2 mutation N549K present", "FGFR2 mutation V564F present"],
    ),
    ("The mutation p.Gly12Val in KRAS was confirmed by Sanger sequencing.", ["KRAS mutation G12V present"]),
    ("c.1799T>A (V600E) mutation of BRAF was observed.", ["BRAF mutation V600E present"]),
    (
        "DNA sequencing of exon 15 of the BRAF gene revealed a T1799A transversion (V600E).",
        ["BRAF mutation V600E present"],
    ),
    (
        "EGFR-sensitizing mutation (deletion in exon 19) was detected in the pleural effusion.",
        ["EGFR mutation exon 19 deletion present"],
    ),
    (
        "Analysis of EGFR exons 18-21 revealed the in-frame deletion E746-A750 in exon 19.",
        ["EGFR mutation E746_A750del present"],
    ),
    (
        "EGFR mutation testing: L858R positive, T790M negative.",
        ["EGFR mutation L858R present", "EGFR mutation T790M absent"],
    ),
    (
        "An exon 19 deletion in EGFR (delE746-A750) and a TP53 mutation were found.",
        ["EGFR mutation E746_A750del present", "TP53 mutation present"],
    ),
    ("The NGS panel revealed an ALK rearrangement with EML4 as the partner gene.", ["ALK fusion EML4::ALK present"]),
    ("Break-apart FISH showed ALK rearrangement in 60% of tumor cells.", ["ALK fusion present"]),
    (
        "The patient had a known germline pathogenic BRCA1 variant (c.68_69delAG).",
        ["BRCA1 mutation c.68_69delAG present"],
    ),
    (
        "Somatic testing revealed a BRAF class II mutation (K601E) and microsatellite stability.",
        ["BRAF mutation K601E present"],
    ),
    (
        "Molecular studies detected NRAS Q61R; BRAF and KIT were wild-type.",
        ["BRAF mutation absent", "KIT mutation absent", "NRAS mutation Q61R present"],
    ),
    ("BRAF mutational analysis was wild type.", ["BRAF mutation absent"]),
    ("BRAF testing was negative for V600E mutation.", ["BRAF mutation V600E absent"]),
    ("BRAF V600 mutation status was negative.", ["BRAF mutation V600 absent"]),
    ("His melanoma harbored a BRAF V600K mutation.", ["BRAF mutation V600K present"]),
    (
        "No driver mutations (EGFR, ALK, ROS1, BRAF) were found.",
        ["ALK fusion absent", "BRAF mutation absent", "EGFR mutation absent", "ROS1 fusion absent"],
    ),
    (
        "All tested genes (EGFR, KRAS, BRAF, ALK, ROS1) were negative.",
        [
            "ALK fusion absent",
            "BRAF mutation absent",
            "EGFR mutation absent",
            "KRAS mutation absent",
            "ROS1 fusion absent",
        ],
    ),
    (
        "Guardant360 showed EGFR amplification, TP53 R248W and PIK3CA E542K.",
        ["EGFR amplification present", "PIK3CA mutation E542K present", "TP53 mutation R248W present"],
    ),
    (
        "FISH analysis showed c-MYC translocation and no BCL2 rearrangement.",
        ["BCL2 fusion absent", "MYC fusion present"],
    ),
    ("FISH detected IGH-BCL2 fusion.", ["BCL2 fusion IGH::BCL2 present"]),
    ("Fluorescence in situ hybridization demonstrated IgH/CCND1 rearrangement.", ["CCND1 fusion IGH::CCND1 present"]),
    (
        "Conventional karyotype was normal, and FISH was negative for BCR-ABL1, PDGFRA, PDGFRB, and FGFR1 rearrangements.",
        ["ABL1 fusion BCR::ABL1 absent", "FGFR1 fusion absent", "PDGFRA fusion absent", "PDGFRB fusion absent"],
    ),
    ("FIP1L1-PDGFRA fusion gene was positive.", ["PDGFRA fusion FIP1L1::PDGFRA present"]),
    ("A CBFB-MYH11 transcript was found.", ["CBFB fusion CBFB::MYH11 present"]),
    ("RUNX1-RUNX1T1 was detected by PCR.", ["RUNX1 fusion RUNX1::RUNX1T1 present"]),
    (
        "Molecular testing disclosed biallelic CEBPA mutations, with wild-type NPM1 and FLT3.",
        ["CEBPA mutation present", "FLT3 mutation absent", "NPM1 mutation absent"],
    ),
    ("FLT3-ITD was negative, and NPM1 was mutated.", ["FLT3 mutation ITD absent", "NPM1 mutation present"]),
    (
        "NPM1 mutation type A was detected; FLT3-ITD with an allelic ratio of 0.8.",
        ["FLT3 mutation ITD present", "NPM1 mutation present"],
    ),
    (
        "The leukemia carried IDH2 R172K and ASXL1 G646fs mutations.",
        ["ASXL1 mutation G646fs present", "IDH2 mutation R172K present"],
    ),
    ("TP53 was mutated (p.R175H) and del(17p) was present.", ["TP53 mutation R175H present"]),
    ("Sequencing identified a SMARCB1 homozygous deletion.", ["SMARCB1 deletion present"]),
    ("The tumor showed a CTNNB1 mutation (S45F).", ["CTNNB1 mutation S45F present"]),
    ("Desmoid tumor with CTNNB1 p.T41A mutation was confirmed.", ["CTNNB1 mutation T41A present"]),
    ("Deep sequencing found a MET D1228N mutation after crizotinib.", ["MET mutation D1228N present"]),
    ("A loss-of-function mutation of PTCH1 was seen.", ["PTCH1 mutation present"]),
    ("The tumor carried an activating HRAS mutation (Q61R) and high TMB.", ["HRAS mutation Q61R present"]),
    (
        "Whole-genome sequencing uncovered the fusion of exon 1 of SLC34A2 to exon 32 of ROS1.",
        ["ROS1 fusion SLC34A2::ROS1 present"],
    ),
    ("NTRK fusion testing identified TPM3-NTRK1.", ["NTRK1 fusion TPM3::NTRK1 present"]),
    (
        "The patient's sample was positive for the DNAJB1-PRKACA fusion transcript.",
        ["PRKACA fusion DNAJB1::PRKACA present"],
    ),
    ("A BRAF fusion (KIAA1549-BRAF) was found.", ["BRAF fusion KIAA1549::BRAF present"]),
    (
        "Genomic analysis of the tumor showed amplifications of CCND1, FGF3, FGF4, and FGF19.",
        [
            "CCND1 amplification present",
            "FGF19 amplification present",
            "FGF3 amplification present",
            "FGF4 amplification present",
        ],
    ),
    ("Amplification of the MYCN oncogene was absent.", ["MYCN amplification absent"]),
    ("MYCN was not amplified.", ["MYCN amplification absent"]),
    ("N-myc amplification was detected.", ["MYCN amplification present"]),
    ("HER2/neu gene amplification was demonstrated by FISH (ratio 5.6).", ["ERBB2 amplification present"]),
    ("EGFR was overexpressed by immunohistochemistry.", ["EGFR expression present"]),
    ("KRAS codon 12 mutation was found.", ["KRAS mutation present"]),
    ("There was a G-to-A transition in codon 12 of KRAS (G12D).", ["KRAS mutation G12D present"]),
    ("Genetic counselling revealed an MSH6 germline mutation.", ["MSH6 mutation present"]),
    ("Two brothers had TP53 mutations.", ["TP53 mutation present"]),
    ("ALK+ ALCL was diagnosed.", ["ALK fusion present"]),
    ("Anti-EGFR antibody and MET inhibitor were given.", []),
    ("The patient was treated with an EGFR-TKI and an ALK inhibitor.", []),
    ("In vitro, KRAS G12D mutations were induced in cell lines.", []),
    ("EGFR mutations are found in 40% of Asian patients with NSCLC.", []),
    ("The MET call was made and ALL was excluded; the CAT scan was normal.", []),
    ("The patient carried the MTHFR C677T mutation and UGT1A1*28.", []),
    ("Cells were CD20 positive, CD10 positive, BCL6 positive, MUM1 negative, c-MYC 40%.", []),
    ("BCL2 was positive and Ki-67 was 90%.", []),
    ("p53 was overexpressed and p16 was negative.", []),
    ("TP53 wild-type and p53 mutant-type staining was seen.", ["TP53 mutation absent"]),
    ("Chronic myeloid leukemia was diagnosed, and imatinib was given.", []),
    ("EGFR status was unknown.", []),
    ("EGFR mutation analysis was not performed.", []),
    ("KRAS testing was planned.", []),
    ("Imatinib is approved for KIT-positive GIST.", []),
    ("Whole-exome sequencing of the germline showed no pathogenic variants in TP53.", ["TP53 mutation absent"]),
    ("Cyclin D1 was overexpressed and t(11;14) was present.", []),
    (
        "IHC: ALK positive (D5F3), and FISH confirmed ALK rearrangement.",
        ["ALK expression present", "ALK fusion present"],
    ),
]


def alterations(text: str) -> list[str]:
    (case,) = extract(text + PATIENT).cases
    return sorted(" ".join(filter(None, (one.gene, one.type, one.variant, one.status))) for one in case.alterations)


@pytest.mark.parametrize(("sentence", "stated"), SAID)
def test_what_a_sentence_states(sentence: str, stated: list[str]) -> None:
    assert alterations(sentence) == stated


@pytest.mark.parametrize(
    ("sentence", "origin"),
    [
        ("A germline BRCA2 mutation was found.", "germline"),
        ("A somatic KRAS mutation was found.", "somatic"),
        ("A KRAS mutation was found.", None),
    ],
)
def test_origin(sentence: str, origin: str | None) -> None:
    (case,) = extract(sentence + PATIENT).cases
    assert [one.origin for one in case.alterations] == [origin]


def test_evidence_method_and_codes() -> None:
    (case,) = extract("Next-generation sequencing showed MLH1 c.1288G>T (p.Glu430*)." + PATIENT).cases
    (one,) = case.alterations
    assert (one.hgnc_id, one.hgvs, one.variant, one.method) == (
        "HGNC:7127",
        "c.1288G>T",
        "E430*",
        "Next-generation sequencing",
    )
    assert one.evidence[0].quote == "MLH1 c.1288G>T (p.Glu430*"
