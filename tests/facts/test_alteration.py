"""Gene alterations: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract

PATIENT = " A 50-year-old man with lung adenocarcinoma received cisplatin."
SAID = [
    ("Molecular tests showed wild-type EGFR, a KRAS mutation and no EML4-ALK translocation.", ["ALK fusion EML4::ALK absent", "EGFR mutation absent", "KRAS mutation present"]),
    ("MYC rearrangement but not BCL2 rearrangement was detected.", ["BCL2 fusion absent", "MYC fusion present"]),
    ("Driver gene tests were all negative (EGFR, ALK).", ["ALK fusion absent", "EGFR mutation absent"]),
    ("NGS identified an MDM2 amplification, and no mutations in TP53.", ["MDM2 amplification present", "TP53 mutation absent"]),
    ("Normal PTEN was noted.", ["PTEN mutation absent"]),
    ("NRAS (-) and BRAF (+) were reported.", ["BRAF mutation present", "NRAS mutation absent"]),
    ("PD-L1/PD-L2/JAK2 amplification was found.", ["CD274 amplification present", "JAK2 amplification present", "PDCD1LG2 amplification present"]),
    ("AR amplification was identified in plasma.", ["AR amplification present"]),
    ("An ETV6-NTRK fusion was found.", ["NTRK3 fusion ETV6::NTRK3 present"]),
    ("The tumor had METex14 skipping.", ["MET mutation exon 14 skipping present"]),
    ("The melanoma was BRAF V600 wild type.", ["BRAF mutation absent"]),
    ("Several mechanisms of resistance have been identified, including MET amplification.", []),
    ("INI1 was negative on immunostaining.", ["SMARCB1 loss_of_expression present"]),
    ("Germline BAP1 testing was negative.", ["BAP1 mutation absent"]),
    ("HER2 was IHC 3+.", []),
    ("He had a mutation of EGFR and with negative ALK gene rearrangement.", ["ALK fusion absent", "EGFR mutation present"]),
    ("The tumour was EGFR mutated, ALK negative and ROS1 negative.", ["ALK fusion absent", "EGFR mutation present", "ROS1 fusion absent"]),
    ("Conclusion: The response of our patient with an uncommon TPM4 (exon 7)-NTRK1 (exon 12) gene fusion could contribute to a better understanding.", ["NTRK1 fusion TPM4::NTRK1 present"]),
    ("The allele frequency of the MLH1 mutation was 0.49; therefore, considering the possibility of Lynch syndrome was necessary.", ["MLH1 mutation present"]),
    ("Both MLH1 and PMS2 were negative.", []),
    ("Germline testing was negative for MLH1 and MSH2.", ["MLH1 mutation absent", "MSH2 mutation absent"]),
    ("A H3K27M mutation was found.", ["H3-3A mutation K27M present"]),
    ("Testing revealed negativity for KRAS and BRAF mutations.", ["BRAF mutation absent", "KRAS mutation absent"]),
    ("The PDGFRB and CCDC6 fusion gene was found.", ["PDGFRB fusion CCDC6::PDGFRB present"]),
    ("He was negative for the ALK and ROS1 fusion genes.", ["ALK fusion absent", "ROS1 fusion absent"]),
    ("The EGFR gene was examined. An exon 19 deletion was found.", ["EGFR mutation exon 19 deletion present"]),
    ("The tumour was EGFR/ALK-negative.", ["ALK fusion absent", "EGFR mutation absent"]),
    ("The tumour was EML4/ALK-positive.", ["ALK fusion EML4::ALK present"]),
    ("It was a non-EGFR-mutated, non-ALK-rearranged tumour.", ["ALK fusion absent", "EGFR mutation absent"]),
    ("She was gBRCA1 mutated.", ["BRCA1 mutation present"]),
    ("EML4 exon 6-ALK exon 19 and TPM3 exon 8-ROS1 exon 35 fusions were found.", ["ALK fusion EML4::ALK present", "ROS1 fusion TPM3::ROS1 present"]),
    ("There were concurrent ALK/ROS1 fusions.", ["ALK fusion present", "ROS1 fusion present"]),
    ("He was a known BRCA2 germline carrier.", ["BRCA2 mutation present"]),
    ("He had Lynch syndrome due to MSH2.", ["MSH2 mutation present"]),
    ("MYCN was non-amplified.", ["MYCN amplification absent"]),
    ("The tumour was wild type for KIT and PDGFRA but with SDHB loss.", ["KIT mutation absent", "PDGFRA mutation absent", "SDHB deletion present"]),
    ("Somatic mutations in TP53, ROS1, ALK, BRAF and RPTOR were found.", ["ALK mutation present", "BRAF mutation present", "ROS1 mutation present", "RPTOR mutation present", "TP53 mutation present"]),
    ("A BRAF intragenic deletion was found.", ["BRAF mutation present"]),
    ("A deletion of codons 557 and 558 of KIT was found.", ["KIT mutation present"]),
    ("A homozygous deletion of CDKN2A was found.", ["CDKN2A deletion present"]),
    ("ROS1 rearrangements are found in about half of ALK-negative tumours.", []),
    ("Mutated genes included TP53, NOTCH1 and FBXW7.", ["FBXW7 mutation present", "NOTCH1 mutation present", "TP53 mutation present"]),
    ("EGFR, ALK and BRAF testing were all negative.", ["ALK fusion absent", "BRAF mutation absent", "EGFR mutation absent"]),
    ("The MET gene was not amplified (MET/CEP7 ratio 1.1).", ["MET amplification absent"]),
    ("MTAP loss and amplification of CCND1 were found.", ["CCND1 amplification present", "MTAP deletion present"]),
    ("FGFR2/3 were wild type.", ["FGFR2 mutation absent", "FGFR3 mutation absent"]),
    ("EGFR mutation status: wild type.", ["EGFR mutation absent"]),
    ("Sequencing showed a KIT A502_Y503 duplication.", ["KIT mutation A502_Y503dup present"]),
    ("She carried the BRCA1 5382insC mutation.", ["BRCA1 mutation 5382insC present"]),
    ("An NTRK2 fusion was detected (partner not identified).", ["NTRK2 fusion present"]),
    ("A NOTCH1 mutation was found, a MYB rearrangement was not.", ["MYB fusion absent", "NOTCH1 mutation present"]),
    ("The EML4(13)-ALK(20) fusion was found.", ["ALK fusion EML4::ALK present"]),
    ("CDK4 and MDM2 were co-amplified.", ["CDK4 amplification present", "MDM2 amplification present"]),
    (
        "FISH was positive for MYC and BCL2 rearrangement but negative for BCL6.",
        ["BCL2 fusion present", "BCL6 fusion absent", "MYC fusion present"],
    ),
    ("Medulloblastoma, SHH-activated, with a PTCH1 mutation was diagnosed.", ["PTCH1 mutation present"]),
    (
        "The panel reported a TPM3::NTRK1 fusion together with mutations of TP53 (R273H) and RB1.",
        ["NTRK1 fusion TPM3::NTRK1 present", "RB1 mutation present", "TP53 mutation R273H present"],
    ),
    (
        "Sequencing revealed mutations in TP53 (R273H) and RB1; EGFR and BRAF were wild-type.",
        ["BRAF mutation absent", "EGFR mutation absent", "RB1 mutation present", "TP53 mutation R273H present"],
    ),
    ("There was no rearrangement of MYC; BCL2 was rearranged.", ["BCL2 fusion present", "MYC fusion absent"]),
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
        [
            "CDKN2A deletion present",
            "CDKN2B deletion present",
            "EGFR amplification present",
            "TERT mutation C228T present",
        ],
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
        ["EGFR mutation vIII present", "IDH1 mutation absent", "MGMT methylation present"],
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
    ("A CBFB-MYH11 transcript was found.", ["MYH11 fusion CBFB::MYH11 present"]),
    ("RUNX1-RUNX1T1 was detected by PCR.", ["RUNX1T1 fusion RUNX1::RUNX1T1 present"]),
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
    (
        "A patient with urothelial carcinoma harboring TSC1 p.Q527* and MTOR E2419K and E2014K mutations responded to everolimus.",
        ["MTOR mutation E2014K present", "MTOR mutation E2419K present", "TSC1 mutation Q527* present"],
    ),
    (
        "In a patient with NSCLC and EGFR A763_Y764insFQEA, erlotinib gave a partial response.",
        ["EGFR mutation A763_Y764insFQEA present"],
    ),
    (
        "The patient's tumor was found to harbor EGFR-L858R/T790M/C797S.",
        ["EGFR mutation C797S present", "EGFR mutation L858R present", "EGFR mutation T790M present"],
    ),
    ("Tumor sequencing detected PCM1-JAK2.", ["JAK2 fusion PCM1::JAK2 present"]),
    (
        "A patient with EML4-ALK variant 3 developed ALK I1171N under alectinib.",
        ["ALK fusion EML4::ALK present", "ALK mutation I1171N present"],
    ),
    ("She had a KIT exon 17 N822K mutation.", ["KIT mutation N822K present"]),
    (
        "An ERBB2 kinase domain mutation (V777L) was found with concurrent PIK3CA mutation.",
        ["ERBB2 mutation V777L present", "PIK3CA mutation present"],
    ),
    (
        "The NSCLC of this man, whose tumor carried DDR2 S768R, responded to dasatinib.",
        ["DDR2 mutation S768R present"],
    ),
    (
        "The patient harbored two EGFR mutations, G719S and E709A.",
        ["EGFR mutation E709A present", "EGFR mutation G719S present"],
    ),
    (
        "Two mutations in EGFR (L858R and T790M) were present.",
        ["EGFR mutation L858R present", "EGFR mutation T790M present"],
    ),
    ("The patient had an EGFR deletion in exon 19 (L747_T751del).", ["EGFR mutation L747_T751del present"]),
    (
        "The tumor expressed high levels of MET and carried a MET exon 14 splice site mutation (c.2888-5_2944del62).",
        ["MET mutation c.2888-5_2944del62 present"],
    ),
    ("An activating mutation in PDGFRA (D842V) was detected by sequencing.", ["PDGFRA mutation D842V present"]),
    ("Exome sequencing of the resistant tumor identified MAP2K1 C121S.", ["MAP2K1 mutation C121S present"]),
    ("The patient with a BRAF L597S melanoma responded to TAK-733.", ["BRAF mutation L597S present"]),
    ("A novel BRAF fusion, PPFIBP2-BRAF, was detected in the tumor.", ["BRAF fusion PPFIBP2::BRAF present"]),
    (
        "Biallelic inactivation of BRCA2 through a germline mutation and somatic loss was seen.",
        ["BRCA2 mutation present"],
    ),
    (
        "The tumor had a BRCA1 frameshift mutation (c.3481_3491del11) and loss of the wild-type allele.",
        ["BRCA1 mutation c.3481_3491del11 present"],
    ),
    ("CRAF amplification was found.", ["RAF1 amplification present"]),
    (
        "A case with FGFR1 amplification (FGFR1:CEP8 ratio of 3) was treated with an FGFR inhibitor.",
        ["FGFR1 amplification present"],
    ),
    ("Sequencing revealed JAK2 fusion with BCR.", ["JAK2 fusion BCR::JAK2 present"]),
    (
        "NGS revealed high-level amplification of EGFR and EGFRvIII.",
        ["EGFR amplification present", "EGFR mutation vIII present"],
    ),
    ("The glioma was IDH-mutant and 1p/19q codeleted.", ["IDH1 mutation present"]),
    (
        "The glioblastoma was IDH1 wild type with methylated MGMT promoter.",
        ["IDH1 mutation absent", "MGMT methylation present"],
    ),
    ("The glioblastoma was MGMT unmethylated.", ["MGMT methylation absent"]),
    ("BRAF p.V600E was detected in the glioma by immunostaining.", ["BRAF mutation V600E present"]),
    ("The patient had myeloid neoplasm with FIP1L1/PDGFRA.", ["PDGFRA fusion FIP1L1::PDGFRA present"]),
    ("He has PDGFRB-rearranged myeloid neoplasm with an ETV6-PDGFRB fusion.", ["PDGFRB fusion ETV6::PDGFRB present"]),
    (
        "The patient was refractory; KMT2A-rearranged leukemia (KMT2A-AFF1) persisted.",
        ["KMT2A fusion KMT2A::AFF1 present"],
    ),
    (
        "B-ALL with IKZF1 deletion and CRLF2 rearrangement was diagnosed.",
        ["CRLF2 fusion present", "IKZF1 deletion present"],
    ),
    ("A TP53-mutated, complex-karyotype AML was diagnosed.", ["TP53 mutation present"]),
    (
        "The tumor showed ATM loss and was BRCA wild type.",
        ["ATM deletion present", "BRCA1 mutation absent", "BRCA2 mutation absent"],
    ),
    ("The lesion was positive for the EWSR1::CREB1 fusion.", ["CREB1 fusion EWSR1::CREB1 present"]),
    ("Molecular analysis detected a synovial sarcoma translocation (SS18-SSX2).", ["SSX2 fusion SS18::SSX2 present"]),
    ("His thyroid cancer had a RET M918T mutation.", ["RET mutation M918T present"]),
    ("A CCDC6-RET fusion-positive papillary thyroid cancer was found.", ["RET fusion CCDC6::RET present"]),
    ("RET/PTC1 rearrangement was detected.", ["RET fusion CCDC6::RET present"]),
    ("The patient had germline RET mutation C634Y.", ["RET mutation C634Y present"]),
    (
        "Papillary thyroid carcinoma with BRAF V600E and TERT promoter C250T mutations.",
        ["BRAF mutation V600E present", "TERT mutation C250T present"],
    ),
    (
        "The prostate cancer had AR-V7 and a BRCA2 homozygous deletion.",
        ["AR mutation V7 present", "BRCA2 deletion present"],
    ),
    ("SPOP mutation F133L was reported in the patient's biopsy.", ["SPOP mutation F133L present"]),
    (
        "The tumor was negative for KRAS, NRAS, and BRAF mutations.",
        ["BRAF mutation absent", "KRAS mutation absent", "NRAS mutation absent"],
    ),
    (
        "RAS/BRAF wild-type metastatic colorectal cancer was diagnosed.",
        ["BRAF mutation absent", "KRAS mutation absent", "NRAS mutation absent"],
    ),
    ("She was found to have KRAS-mutant, microsatellite-stable colon cancer.", ["KRAS mutation present"]),
    ("All-RAS wild type was confirmed.", ["KRAS mutation absent", "NRAS mutation absent"]),
    ("KRAS G12C-mutated NSCLC was treated with sotorasib.", ["KRAS mutation G12C present"]),
    (
        "GNAQ Q209L and BAP1 loss were detected in uveal melanoma.",
        ["BAP1 deletion present", "GNAQ mutation Q209L present"],
    ),
    ("NTRK3-ETV6 fusion was detected.", ["NTRK3 fusion ETV6::NTRK3 present"]),
    ("Immunohistochemical staining was positive for ALK.", ["ALK expression present"]),
    ("The tumor was ALK-rearranged by FISH, and PD-L1 was expressed in 5% of tumor cells.", ["ALK fusion present"]),
    ("Comprehensive genomic profiling showed no targetable alterations.", []),
    (
        "The genetic test showed that EGFR, KRAS, and BRAF genes were not mutated.",
        ["BRAF mutation absent", "EGFR mutation absent", "KRAS mutation absent"],
    ),
    (
        "EGFR gene mutation was not found, ALK gene rearrangement was not found, and PD-L1 was 20%.",
        ["ALK fusion absent", "EGFR mutation absent"],
    ),
    (
        "EGFR: exon 19 deletion; ALK: negative; ROS1: negative; PD-L1: TPS 1-49%.",
        ["ALK fusion absent", "EGFR mutation exon 19 deletion present", "ROS1 fusion absent"],
    ),
    (
        "EGFR (exon 21 L858R mutation), ALK (-), ROS1 (-).",
        ["ALK fusion absent", "EGFR mutation L858R present", "ROS1 fusion absent"],
    ),
    (
        "Genetic analysis identified EGFR ex19del and MET amp.",
        ["EGFR mutation exon 19 deletion present", "MET amplification present"],
    ),
    (
        "KRAS, EGFR, and BRAF mutations were all negative.",
        ["BRAF mutation absent", "EGFR mutation absent", "KRAS mutation absent"],
    ),
    (
        "The tumor was triple wild-type (BRAF, NRAS, and KIT).",
        ["BRAF mutation absent", "KIT mutation absent", "NRAS mutation absent"],
    ),
    (
        "Somatic variants included TP53 c.743G>A, PIK3CA c.3140A>G, and PTEN c.388C>T.",
        ["PIK3CA mutation c.3140A>G present", "PTEN mutation c.388C>T present", "TP53 mutation c.743G>A present"],
    ),
    ("A MSH2 deletion of exons 1-6 was identified in the germline.", ["MSH2 deletion present"]),
    ("A large deletion of exons 1-3 of the STK11 gene was found.", ["STK11 deletion present"]),
    ("She had a duplication of exon 13 in BRCA1.", ["BRCA1 mutation exon 13 duplication present"]),
    ("Germline testing identified a variant of uncertain significance in PALB2.", ["PALB2 mutation present"]),
    ("The result was a VUS in the ATM gene (p.V2424G).", ["ATM mutation V2424G present"]),
    ("She is heterozygous for the CHEK2 I157T variant.", ["CHEK2 mutation I157T present"]),
    (
        "HER2 amplification by NGS (copy number 45) and TP53 Y234H were found.",
        ["ERBB2 amplification present", "TP53 mutation Y234H present"],
    ),
    ("MDM2 FISH showed amplification.", ["MDM2 amplification present"]),
    ("CDK4 and MDM2 were both amplified.", ["CDK4 amplification present", "MDM2 amplification present"]),
    ("FISH for SYT gene rearrangement was positive.", ["SS18 fusion present"]),
    ("MYC rearrangement was negative by FISH.", ["MYC fusion absent"]),
    (
        "Double-hit lymphoma with MYC and BCL2 translocations was diagnosed.",
        ["BCL2 fusion present", "MYC fusion present"],
    ),
    ("FISH for t(14;18) was positive.", []),
    ("There was a t(8;21) translocation with RUNX1-RUNX1T1 fusion.", ["RUNX1T1 fusion RUNX1::RUNX1T1 present"]),
    (
        "Inversion 16 with CBFB::MYH11 and KIT D816Y were found.",
        ["KIT mutation D816Y present", "MYH11 fusion CBFB::MYH11 present"],
    ),
    ("Sanger sequencing showed a point mutation in codon 600 of BRAF gene (V600E).", ["BRAF mutation V600E present"]),
    ("The V600E mutation in the BRAF gene was confirmed.", ["BRAF mutation V600E present"]),
    ("Molecular testing for V600E mutation of BRAF was positive.", ["BRAF mutation V600E present"]),
    ("The mutational status of BRAF gene was V600E.", ["BRAF mutation V600E present"]),
    ("The patient's tumor was BRAFV600E positive.", ["BRAF mutation V600E present"]),
    ("Pathology confirmed BRAF V600E (+) melanoma.", ["BRAF mutation V600E present"]),
    (
        "The EGFR mutation status was L858R (+) and T790M (-).",
        ["EGFR mutation L858R present", "EGFR mutation T790M absent"],
    ),
    ("FLT3-ITD-positive AML relapsed.", ["FLT3 mutation ITD present"]),
    ("The AML was FLT3-ITD negative, NPM1 positive.", ["FLT3 mutation ITD absent", "NPM1 mutation present"]),
    (
        "Testing of the BCR-ABL kinase domain revealed T315I mutation.",
        ["ABL1 fusion BCR::ABL1 present", "ABL1 mutation T315I present"],
    ),
    ("ABL1 kinase domain mutation analysis was negative.", ["ABL1 mutation absent"]),
    ("No kinase domain mutations of ABL1 were detected.", ["ABL1 mutation absent"]),
    ("CALR exon 9 mutation (type 1, 52-bp deletion) was found.", ["CALR mutation 52-bp deletion present"]),
    ("Flow cytometry and PML-RARA by FISH were positive.", ["RARA fusion PML::RARA present"]),
    ("PML-RARα fusion was detected.", ["RARA fusion PML::RARA present"]),
    ("IGHV was unmutated and TP53 was intact.", ["TP53 deletion absent"]),
    (
        "Next-generation sequencing revealed TET2, SRSF2, and CSF3R T618I mutations.",
        ["CSF3R mutation T618I present", "SRSF2 mutation present", "TET2 mutation present"],
    ),
    ("STAT3 Y640F was found in large granular lymphocytes.", ["STAT3 mutation Y640F present"]),
    (
        "The KRAS (p.Gly12Asp) and SMAD4 (p.Arg361His) mutations were shared.",
        ["KRAS mutation G12D present", "SMAD4 mutation R361H present"],
    ),
    (
        "Genetic testing of the tumor indicated TMB of 3.2 mut/Mb, MSS, and an ERBB2 p.S310F mutation.",
        ["ERBB2 mutation S310F present"],
    ),
    ("EGFR p.(Glu746_Ala750del) was detected.", ["EGFR mutation E746_A750del present"]),
    ("NM_000546.5:c.817C>T (p.Arg273Cys) in TP53 was reported.", ["TP53 mutation R273C present"]),
    ("BRCA2 c.9097dup, p.Thr3033Asnfs*11, was found in the germline.", ["BRCA2 mutation T3033Nfs*11 present"]),
    (
        "APC p.Arg1450Ter and SMAD4 p.(Asp351Gly) were present.",
        ["APC mutation R1450* present", "SMAD4 mutation D351G present"],
    ),
    ("A PTEN c.209+1G>A splice variant was detected.", ["PTEN mutation c.209+1G>A present"]),
    ("EGFR p.N771_H773dup (exon 20 insertion) was detected.", ["EGFR mutation N771_H773dup present"]),
    ("EGFR exon 20 insertion mutation (p.S768_D770dup) was found.", ["EGFR mutation S768_D770dup present"]),
    ("An in-frame KIT deletion, p.W557_K558del in exon 11, was identified.", ["KIT mutation W557_K558del present"]),
    ("ERBB2 A775_G776insYVMA (YVMA insertion) was found.", ["ERBB2 mutation A775_G776insYVMA present"]),
    ("NOTCH1 frameshift mutation p.P2514Rfs*4 was found.", ["NOTCH1 mutation P2514Rfs*4 present"]),
    ("A SETD2 nonsense mutation (p.E1553*) was found.", ["SETD2 mutation E1553* present"]),
    ("The RET p.Cys634Arg germline mutation was confirmed in the patient.", ["RET mutation C634R present"]),
    ("MET c.3082+1G>T leading to exon 14 skipping was found.", ["MET mutation exon 14 skipping present"]),
    (
        "NGS results: EGFR L858R 23.5%, EGFR amplification 6.2 copies, TP53 p.R248Q 12%.",
        ["EGFR amplification present", "EGFR mutation L858R present", "TP53 mutation R248Q present"],
    ),
    (
        "Two EGFR mutations were detected: L858R and E709G.",
        ["EGFR mutation E709G present", "EGFR mutation L858R present"],
    ),
    (
        "Targeted NGS (Oncomine) showed a fusion between exon 6 of EML4 and exon 20 of ALK.",
        ["ALK fusion EML4::ALK present"],
    ),
    ("The fusion of the CD74 gene with the ROS1 gene was shown.", ["ROS1 fusion CD74::ROS1 present"]),
    (
        "TMPRSS2-ERG fusion and PTEN deletion were found in the prostate tumor.",
        ["ERG fusion TMPRSS2::ERG present", "PTEN deletion present"],
    ),
    ("FISH was positive for the EWSR1 break-apart.", ["EWSR1 fusion present"]),
    ("EWSR1 (22q12) translocation was identified.", ["EWSR1 fusion present"]),
    ("FUS-DDIT3 translocation was found by FISH.", ["DDIT3 fusion FUS::DDIT3 present"]),
    ("The PAX3-FOXO1 fusion was detected in rhabdomyosarcoma.", ["FOXO1 fusion PAX3::FOXO1 present"]),
    ("BRD4-NUT translocation was detected.", ["NUTM1 fusion BRD4::NUTM1 present"]),
    ("NUT carcinoma with NSD3-NUTM1 fusion was diagnosed.", ["NUTM1 fusion NSD3::NUTM1 present"]),
    ("The t(X;18) SYT/SSX2 was found.", ["SSX2 fusion SS18::SSX2 present"]),
    ("ASPSCR1-TFE3 gene fusion was identified.", ["TFE3 fusion ASPSCR1::TFE3 present"]),
    ("ALK immunohistochemistry (D5F3) was positive.", ["ALK expression present"]),
    ("NTRK1/2/3 fusions were not found.", ["NTRK1 fusion absent", "NTRK2 fusion absent", "NTRK3 fusion absent"]),
    (
        "KRAS G12C (VAF, 12%) and STK11 loss-of-function mutation were found.",
        ["KRAS mutation G12C present", "STK11 mutation present"],
    ),
    (
        "Loss of heterozygosity of TP53 and amplification of cyclin E1 (CCNE1) were noted.",
        ["CCNE1 amplification present", "TP53 deletion present"],
    ),
    ("CDK12 biallelic loss was seen.", ["CDK12 deletion present"]),
    ("The tumor was HRD positive and BRCA1/2 wild type.", ["BRCA1 mutation absent", "BRCA2 mutation absent"]),
    ("Her germline BRCA status was negative.", ["BRCA1 mutation absent", "BRCA2 mutation absent"]),
    ("The MDM2 gene amplification was demonstrated by FISH.", ["MDM2 amplification present"]),
    ("c-kit mutation was not found.", ["KIT mutation absent"]),
    ("c-MET overexpression and EGFR wild type were reported.", ["EGFR mutation absent", "MET expression present"]),
    ("The patient was EGFR mutation-negative and ALK-negative.", ["ALK fusion absent", "EGFR mutation absent"]),
    (
        "Mutations in EGFR, KRAS, and BRAF as well as rearrangements of ALK and ROS1 were not detected.",
        [
            "ALK fusion absent",
            "BRAF mutation absent",
            "EGFR mutation absent",
            "KRAS mutation absent",
            "ROS1 fusion absent",
        ],
    ),
    (
        "There were no mutations of KRAS (exons 2, 3, 4), NRAS (exons 2, 3, 4) or BRAF (exon 15).",
        ["BRAF mutation absent", "KRAS mutation absent", "NRAS mutation absent"],
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
